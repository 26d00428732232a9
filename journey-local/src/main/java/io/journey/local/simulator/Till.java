package io.journey.local.simulator;

import io.journey.events.v1.Touchpoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes down what happens in the shop: turns a contact into an event. */
final class Till {

    private static final int SCALE = 9;
    private static final List<String> CAMPAIGNS = List.of("spring-sale", "gift-ideas", "back-to-school", "brand");

    private final String run;
    private final Chance chance;
    private long written;

    Till(String run, Chance chance) {
        this.run = run;
        this.chance = chance;
    }

    long written() {
        return written;
    }

    /**
     */
    /** @return the event, complete but for the time at which it is received */
    Touchpoint.Builder write(Customer customer, ShopStage stage, Visit visit, Instant at) {
        List<Contact> kinds = Contact.of(stage);
        Contact contact = visit == Visit.OPENED
                ? chance.oneOf(kinds, Contact::enteringWeight)
                : chance.oneOf(kinds, Contact::stayingWeight);
        Map<String, String> attributes = new TreeMap<>(customer.persona.profile());
        Touchpoint.Builder event = Touchpoint.newBuilder()
                .setEventId(run + "-" + written++)
                .setSource("shop-" + contact.channel())
                .setChannel(contact.channel())
                .setTouchpoint(contact.touchpoint())
                .setOccurredAt(at)
                .setSentAt(at)
                .setIdentities(Map.of("customer", customer.id));
        switch (contact.carries()) {
            case CAMPAIGN -> attributes.put("campaign", CAMPAIGNS.get(chance.below(CAMPAIGNS.size())));
            case AMOUNT -> event.setAmount(amount(customer.persona)).setCurrency("EUR");
            case CSAT -> event.setSurveyKind("CSAT").setSurveyScore(score(1, 5));
            case CES -> event.setSurveyKind("CES").setSurveyScore(score(1, 7));
            case NPS -> event.setSurveyKind("NPS").setSurveyScore(score(0, 10));
            case NOTHING -> {}
        }
        return event.setAttributes(attributes);
    }

    /** Whether a contact opens a visit to its stage or is one more in it. */
    enum Visit {
        OPENED,
        WENT_ON
    }

    private BigDecimal amount(ShopPersona persona) {
        return BigDecimal.valueOf(chance.logNormal(persona.medianOrder(), 0.5))
                .setScale(2, RoundingMode.HALF_UP)
                .setScale(SCALE);
    }

    /** Most answers are near the better end. */
    private BigDecimal score(int worst, int best) {
        double towardsBest = Math.sqrt(chance.share());
        return BigDecimal.valueOf(worst + Math.round(towardsBest * (best - worst)))
                .setScale(SCALE);
    }
}

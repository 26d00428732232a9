package io.journey.bench;

import io.journey.events.v1.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Made-up events in the shape of a {@link Scenario}: each event is of a customer drawn at random, so that no customer's
 * state is any warmer than another's.
 *
 * <p>Where customers stay longer than a visit, one event in four changes the stage by {@code generated.yaml}.
 */
final class GeneratedEvents implements EventSource {

    /** Shorter than any stage of the definition lapses, so that a customer has one journey. */
    private static final Duration SPAN = Duration.ofDays(60);

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    /** How far back a repeated record was sent, at most. */
    private static final int REMEMBERED = 1_000;

    private static final String[] CHANNELS = {"web", "email", "app", "social", "support", "store"};
    private static final String[] MOVING = {
        "campaign_click", "product_compare", "cart_add", "order_place", "order_receive", "referral_send"
    };
    private static final String[] NEUTRAL = {"page_view", "newsletter_open", "chat_message", "search"};
    private static final int MOVING_OF_HUNDRED = 30;

    private final long size;
    private final Scenario scenario;
    private final long seed;
    private final int customers;

    GeneratedEvents(long size, Scenario scenario, long seed) {
        this.size = size;
        this.scenario = scenario;
        this.seed = seed;
        this.customers = scenario.customersOf(size);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void forEach(Consumer<Touchpoint> receiver) {
        SplittableRandom random = new SplittableRandom(seed);
        BitSet met = new BitSet(customers);
        Touchpoint[] sent = new Touchpoint[REMEMBERED];
        for (int i = 0; i < size; i++) {
            Touchpoint event = i >= REMEMBERED && percent(random, scenario.duplicate())
                    ? sent[random.nextInt(REMEMBERED)]
                    : event(i, random, met);
            sent[i % REMEMBERED] = event;
            receiver.accept(event);
        }
    }

    private Touchpoint event(int number, SplittableRandom random, BitSet met) {
        int customer = random.nextInt(customers);
        Instant onTime = BEGIN.plusNanos((long) (SPAN.toNanos() * (number / (double) size)));
        Instant at = percent(random, scenario.late())
                ? onTime.minusNanos((long) (SPAN.toNanos() / (size / (double) customers) * (1 + random.nextInt(4))))
                : onTime;
        String channel = CHANNELS[random.nextInt(CHANNELS.length)];
        return event("e" + number, at, channel, touchpoint(random), known(customer, random, met), "c" + customer);
    }

    /** An event of now, for a load that never ends. */
    Touchpoint live(long number, SplittableRandom random) {
        String channel = CHANNELS[random.nextInt(CHANNELS.length)];
        return event(
                "live" + number,
                Instant.now(),
                channel,
                touchpoint(random),
                Known.BY_NAME,
                "c" + random.nextInt(customers));
    }

    private static Touchpoint event(
            String id, Instant at, String channel, String touchpoint, Known known, String customer) {
        return Touchpoint.newBuilder()
                .setEventId(id)
                .setSource("shop")
                .setChannel(channel)
                .setTouchpoint(touchpoint)
                .setOccurredAt(at)
                .setIdentities(known.identities(customer))
                .setAttributes(Map.of("plan", customer.endsWith("7") ? "premium" : "basic"))
                .build();
    }

    private static String touchpoint(SplittableRandom random) {
        return percent(random, MOVING_OF_HUNDRED)
                ? MOVING[random.nextInt(MOVING.length)]
                : NEUTRAL[random.nextInt(NEUTRAL.length)];
    }

    private Known known(int customer, SplittableRandom random, BitSet met) {
        if (scenario.anonymous() == 0) {
            return Known.BY_NAME;
        }
        if (!met.get(customer)) {
            met.set(customer);
            return Known.BY_BOTH;
        }
        return percent(random, scenario.anonymous()) ? Known.BY_COOKIE : Known.BY_NAME;
    }

    private static boolean percent(SplittableRandom random, int percent) {
        return random.nextInt(100) < percent;
    }
}

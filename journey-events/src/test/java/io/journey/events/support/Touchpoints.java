package io.journey.events.support;

import io.journey.events.v1.Touchpoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** Events for tests. */
public final class Touchpoints {

    private Touchpoints() {}

    /** An event with every field filled. */
    public static Touchpoint full() {
        return Touchpoint.newBuilder()
                .setEventId("173688-0")
                .setSource("bpic2012")
                .setChannel("web")
                .setTouchpoint("A_SUBMITTED")
                .setOccurredAt(Instant.parse("2011-09-30T22:38:44.546Z"))
                .setSequence(7)
                .setSentAt(Instant.parse("2011-09-30T22:38:45Z"))
                .setReceivedAt(Instant.parse("2011-09-30T22:38:46.001Z"))
                .setIdentities(Map.of("customer", "app-173688", "email", "f00"))
                .setAmount(new BigDecimal("20000.500000000"))
                .setCurrency("EUR")
                .setSurveyKind("CSAT")
                .setSurveyScore(new BigDecimal("4.000000000"))
                .setAttributes(Map.of("lifecycle", "COMPLETE", "note", "Größe ½ 😀 �"))
                .build();
    }

    /** An event with only what is required. */
    public static Touchpoint bare() {
        return Touchpoint.newBuilder()
                .setEventId("e1")
                .setChannel("email")
                .setTouchpoint("offer_received")
                .setOccurredAt(Instant.EPOCH)
                .setIdentities(Map.of("customer", "42"))
                .build();
    }
}

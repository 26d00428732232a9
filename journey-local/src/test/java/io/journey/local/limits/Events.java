package io.journey.local.limits;

import io.journey.events.v1.Touchpoint;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/** Events of a shop's customers. */
final class Events {

    private Events() {}

    static Touchpoint seen(String id, String customer) {
        return event(id, "2026-03-01T10:00:00Z", "page_viewed", customer, Map.of());
    }

    static Touchpoint event(String id, String at, String touchpoint, String customer, Map<String, String> attributes) {
        return Touchpoint.newBuilder()
                .setEventId(id)
                .setSource("tests")
                .setChannel("web")
                .setTouchpoint(touchpoint)
                .setOccurredAt(Instant.parse(at))
                .setIdentities(Map.of("customer", customer))
                .setAttributes(attributes)
                .build();
    }

    /** Text that compression makes no smaller. */
    static String noise(int length) {
        return new Random(length)
                .ints(length, '!', '~' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

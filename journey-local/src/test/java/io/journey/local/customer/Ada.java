package io.journey.local.customer;

import io.journey.events.v1.Touchpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A visitor who becomes known step by step, and others who have nothing to do with her but for a shared tablet. */
final class Ada {

    static final String CUSTOMER = "customer:42";
    static final String EMAIL = "email:ada@example.org";
    static final String COOKIE = "cookie:7";
    static final String TABLET = "cookie:tablet";
    static final int TOUCHES = 6;
    static final int OTHERS = 24;

    private Ada() {}

    static List<Touchpoint> events() {
        return List.of(
                event("e1", "2026-03-01T10:00:00Z", "page_viewed", Map.of("cookie", "7")),
                event("e2", "2026-03-01T10:05:00Z", "page_viewed", Map.of("cookie", "7")),
                event("e3", "2026-03-02T08:00:00Z", "mail_clicked", Map.of("email", "Ada@example.org", "cookie", "7")),
                event("e4", "2026-03-02T09:00:00Z", "page_viewed", Map.of("cookie", "tablet")),
                event(
                        "e5",
                        "2026-03-03T09:00:00Z",
                        "logged_in",
                        Map.of("customer", "42", "email", "ada@example.org", "cookie", "tablet")),
                event("e6", "2026-03-04T09:00:00Z", "order_placed", Map.of("customer", "42")));
    }

    static List<Touchpoint> others() {
        List<Touchpoint> events = new ArrayList<>();
        for (int number = 0; number < OTHERS; number++) {
            Map<String, String> who = Map.of("customer", "other-" + number);
            events.add(event("v" + number, "2026-03-01T0" + number % 10 + ":00:00Z", "page_viewed", who));
            events.add(event("o" + number, "2026-03-05T0" + number % 10 + ":00:00Z", "order_placed", who));
        }
        events.add(event("t1", "2026-03-10T10:00:00Z", "logged_in", Map.of("customer", "other-3", "cookie", "tablet")));
        events.add(event("t2", "2026-03-10T10:01:00Z", "page_viewed", Map.of("cookie", "tablet")));
        return events;
    }

    static Touchpoint event(String id, String at, String touchpoint, Map<String, String> identities) {
        return Touchpoint.newBuilder()
                .setEventId(id)
                .setSource("tests")
                .setChannel("web")
                .setTouchpoint(touchpoint)
                .setOccurredAt(Instant.parse(at))
                .setIdentities(identities)
                .build();
    }
}

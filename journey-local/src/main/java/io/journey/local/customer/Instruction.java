package io.journey.local.customer;

import io.journey.events.identity.Instructions;
import io.journey.events.v1.Touchpoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** An erasure as the event that the pipeline understands. */
final class Instruction {

    private static final String SOURCE = "journey-erase";
    private static final String CHANNEL = "instruction";

    private Instruction() {}

    static Touchpoint erase(Target target, Instant now) {
        int colon = target.address().indexOf(':');
        Map<String, String> attributes = new HashMap<>();
        attributes.put(Instructions.ERASE_TO, target.to().toString());
        if (target.from() != null) {
            attributes.put(Instructions.ERASE_FROM, target.from().toString());
        }
        return Touchpoint.newBuilder()
                .setEventId("erase-" + UUID.randomUUID())
                .setSource(SOURCE)
                .setChannel(CHANNEL)
                .setTouchpoint(Instructions.ERASE)
                .setOccurredAt(now)
                .setIdentities(Map.of(
                        target.address().substring(0, colon), target.address().substring(colon + 1)))
                .setAttributes(attributes)
                .build();
    }
}

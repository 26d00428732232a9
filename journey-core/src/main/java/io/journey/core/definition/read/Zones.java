package io.journey.core.definition.read;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Reads time zones. */
final class Zones {

    private static final String EXPECTED = "a time zone such as UTC or Europe/Berlin";

    private Zones() {}

    static Optional<ZoneId> read(Spot spot) {
        return spot.text(EXPECTED).flatMap(name -> read(spot, name));
    }

    private static Optional<ZoneId> read(Spot spot, String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return spot.fault("unknown time zone: found " + spot.tree().describe() + ", expected " + EXPECTED
                    + Suggestion.among(ZoneId.getAvailableZoneIds(), name));
        }
    }
}

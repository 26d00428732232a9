package io.journey.local.customer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Instants and durations as people read them, in UTC. */
final class Times {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private Times() {}

    static String of(Instant at) {
        return SECONDS.format(at);
    }

    static String span(@Nullable Instant from, @Nullable Instant to) {
        String begin = from == null ? "since ever" : "since " + of(from);
        return to == null ? begin : begin + ", until " + of(to);
    }

    /** The two largest units. */
    static String length(long millis) {
        Duration length = Duration.ofMillis(millis);
        if (length.toDays() > 0) {
            return length.toDays() + " d " + length.toHoursPart() + " h";
        }
        if (length.toHours() > 0) {
            return length.toHours() + " h " + length.toMinutesPart() + " min";
        }
        return length.toMinutes() > 0
                ? length.toMinutes() + " min " + length.toSecondsPart() + " s"
                : length.toSeconds() + " s";
    }
}

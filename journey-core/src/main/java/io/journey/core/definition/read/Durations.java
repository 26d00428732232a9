package io.journey.core.definition.read;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations of ISO 8601 that have one exact length: weeks of 7 days, days of 24 hours, and what is shorter. */
final class Durations {

    /** A century: an instant moved by it still fits the published milliseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private static final String EXPECTED = "a duration such as P30D, P2W, PT1H or P1DT12H";
    private static final Pattern WEEKS = Pattern.compile("P([0-9]{1,4})W");
    private static final Pattern EXACT =
            Pattern.compile("P(?=.)([0-9]{1,9}D)?(T(?=.)([0-9]{1,9}H)?([0-9]{1,9}M)?([0-9]{1,12}(\\.[0-9]{1,9})?S)?)?");
    private static final Pattern WITH_YEARS_OR_MONTHS = Pattern.compile("P([0-9]+[YMWD])*[0-9]+[YM].*");

    private Durations() {}

    static Optional<Duration> read(Spot spot) {
        Optional<String> text = spot.text(EXPECTED);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (WITH_YEARS_OR_MONTHS.matcher(text.get()).matches()) {
            return spot.fault("found " + spot.tree().describe()
                    + ", but years and months have no exact length; expected days, for example P30D or P365D"
                    + " (minutes come after a T: PT5M)");
        }
        Optional<Duration> duration = exact(text.get());
        return duration.isEmpty() ? spot.expected(EXPECTED) : inRange(spot, duration.get());
    }

    private static Optional<Duration> exact(String text) {
        Matcher weeks = WEEKS.matcher(text);
        if (weeks.matches()) {
            return Optional.of(Duration.ofDays(7 * Long.parseLong(weeks.group(1))));
        }
        if (!EXACT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException noDuration) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> inRange(Spot spot, Duration duration) {
        if (duration.isZero()) {
            return spot.expected("a duration above zero");
        }
        if (!duration.truncatedTo(ChronoUnit.MILLIS).equals(duration)) {
            return spot.expected("a duration of whole milliseconds, such as PT0.001S");
        }
        return duration.compareTo(LONGEST) > 0
                ? spot.expected("a duration of at most P" + LONGEST.toDays() + "D, a century")
                : Optional.of(duration);
    }
}

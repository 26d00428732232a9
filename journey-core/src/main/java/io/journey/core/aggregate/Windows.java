package io.journey.core.aggregate;

import io.journey.core.definition.WindowKind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the calendar window of an instant. Remembers the windows it has met, because calendar arithmetic costs far more
 * than looking up; not thread-safe for that reason, and still the same answer always.
 */
public final class Windows {

    private static final int REMEMBERED = 4096;

    private final List<WindowKind> kinds;
    private final ZoneId zone;
    private final Map<WindowKind, TreeMap<Long, Span>> known = new EnumMap<>(WindowKind.class);

    private record Span(Cell.Window window, long end) {}

    public Windows(List<WindowKind> kinds, ZoneId zone) {
        this.kinds = kinds;
        this.zone = zone;
        kinds.forEach(kind -> known.put(kind, new TreeMap<>()));
    }

    public List<WindowKind> kinds() {
        return kinds;
    }

    /** The window of a kind that holds an instant. */
    public Cell.Window of(WindowKind kind, long at) {
        TreeMap<Long, Span> spans = known.computeIfAbsent(kind, any -> new TreeMap<>());
        Map.Entry<Long, Span> floor = spans.floorEntry(at);
        if (floor != null && at < floor.getValue().end()) {
            return floor.getValue().window();
        }
        if (spans.size() >= REMEMBERED) {
            spans.clear();
        }
        Span span = span(kind, at);
        spans.put(span.window().start(), span);
        return span.window();
    }

    private Span span(WindowKind kind, long at) {
        if (kind == WindowKind.HOUR) {
            // Where the clock is put back by half an hour, that half belongs to the hour it repeats.
            long start = Instant.ofEpochMilli(at)
                    .atZone(zone)
                    .truncatedTo(ChronoUnit.HOURS)
                    .toInstant()
                    .toEpochMilli();
            // One instant long: an hour in which the zone changes its offset is cut differently on both sides.
            return new Span(new Cell.Window(kind, start), start + 1);
        }
        LocalDate day = Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
        LocalDate first = first(kind, day);
        return new Span(new Cell.Window(kind, millis(first)), millis(next(kind, first)));
    }

    private static LocalDate first(WindowKind kind, LocalDate day) {
        return switch (kind) {
            case HOUR, DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private static LocalDate next(WindowKind kind, LocalDate first) {
        return switch (kind) {
            case HOUR, DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case YEAR -> first.plusYears(1);
        };
    }

    private long millis(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}

package io.journey.core.definition;

import java.util.Locale;

/** A kind of calendar window. */
public enum WindowKind {
    HOUR,
    DAY,
    /** Begins on Monday. */
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** Name in definitions and published keys, for example {@code week}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

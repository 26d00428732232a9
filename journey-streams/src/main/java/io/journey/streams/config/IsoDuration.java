package io.journey.streams.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** An ISO-8601 duration as a setting. */
enum IsoDuration implements ConfigDef.Validator {
    ABOVE_ZERO("a duration above zero, for example PT0.2S"),
    ZERO_OR_MORE("a duration of zero or more, for example PT5M"),
    EMPTY_OR_ABOVE_ZERO("empty, or a duration above zero, for example P400D");

    private final String expected;

    IsoDuration(String expected) {
        this.expected = expected;
    }

    @Override
    public void ensureValid(String name, @Nullable Object value) {
        if (!isValid(String.valueOf(value))) {
            throw new ConfigException(name, value, "expected " + expected);
        }
    }

    private boolean isValid(String value) {
        if (value.isEmpty()) {
            return this == EMPTY_OR_ABOVE_ZERO;
        }
        try {
            Duration duration = Duration.parse(value);
            return !duration.isNegative() && (this == ZERO_OR_MORE || !duration.isZero());
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return expected;
    }
}

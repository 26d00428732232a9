package io.journey.events.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.journey.events.reject.RejectReason;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Reads single values at the parser's position. A value that cannot be taken is noted as a fault and read as absent, so
 * that the rest of the line, the source above all, is still read.
 */
final class Scalars {

    /** Amounts carry this many decimals, as in the Avro schema. */
    static final int SCALE = 9;

    private static final int INTEGER_DIGITS = 29;
    /** Longer texts are no amounts; reading their digits takes time that grows with the square of the length. */
    private static final int LONGEST_NUMBER = 200;

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final JsonParser parser;
    private @Nullable RejectReason reason;
    private @Nullable String detail;

    Scalars(JsonParser parser) {
        this.parser = parser;
    }

    @Nullable RejectReason reason() {
        return reason;
    }

    @Nullable String detail() {
        return detail;
    }

    /** Notes a fault; only the first one of a line is reported. */
    void fault(RejectReason found, String message) {
        if (reason == null) {
            reason = found;
            detail = message;
        }
    }

    @Nullable String text(String field) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return wellFormed(field, parser.getText());
        }
        unfit(field, "a text");
        return null;
    }

    /** A text, or a number or truth value as it is spelled. */
    @Nullable String spelled(String field) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> parser.getText();
            default -> text(field);
        };
    }

    @Nullable Instant instant(String field) throws IOException {
        String expected =
                "an ISO-8601 instant such as 2011-09-30T22:38:44.546Z, or epoch milliseconds, in the years 0 to"
                        + " 9999";
        try {
            Instant instant = switch (parser.currentToken()) {
                case VALUE_STRING -> DateTimeFormatter.ISO_INSTANT.parse(parser.getText(), Instant::from);
                case VALUE_NUMBER_INT -> Instant.ofEpochMilli(Long.parseLong(parser.getText()));
                default -> null;
            };
            if (instant == null || instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                unfit(field, expected);
                return null;
            }
            return Instant.ofEpochMilli(instant.toEpochMilli());
        } catch (DateTimeException | NumberFormatException e) {
            unfit(field, expected);
            return null;
        }
    }

    @Nullable Long whole(String field) throws IOException {
        try {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return Long.valueOf(parser.getText());
            }
        } catch (NumberFormatException e) {
            // Too many digits: reported like every other value that is no such number.
        }
        unfit(field, "a whole number of at most 64 bits");
        return null;
    }

    @Nullable BigDecimal decimal(String field) throws IOException {
        String expected =
                "a decimal number with at most " + INTEGER_DIGITS + " integer digits and " + SCALE + " decimals";
        BigDecimal number = switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
            default -> null;
        };
        if (number == null) {
            unfit(field, expected);
        }
        return number;
    }

    /** Skips an object or list that stands where a value was expected, and says so. */
    void unfit(String field, String expected) throws IOException {
        JsonToken token = parser.currentToken();
        String found = switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            default -> Shortened.of(parser.getText());
        };
        fault(RejectReason.INVALID_VALUE, field + ": found " + found + ", expected " + expected);
        if (token.isStructStart()) {
            parser.skipChildren();
        }
    }

    @Nullable String wellFormed(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            fault(
                    RejectReason.INVALID_TEXT,
                    "%s: half of a surrogate pair, \\u%04x, at character %d, expected whole characters"
                            .formatted(field, (int) c, i));
            return null;
        }
        return text;
    }

    private static @Nullable BigDecimal number(String text) {
        // BigDecimal would take the digits of every script.
        if (text.length() > LONGEST_NUMBER || text.chars().anyMatch(digit -> digit > 'e')) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            if (number.scale() > SCALE || (long) number.precision() - number.scale() > INTEGER_DIGITS) {
                return null;
            }
            return number.setScale(SCALE, RoundingMode.UNNECESSARY);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

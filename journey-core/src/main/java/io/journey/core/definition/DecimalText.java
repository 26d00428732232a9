package io.journey.core.definition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Tells which texts are decimal numbers: an optional sign, digits, an optional fraction, an optional exponent, and
 * nothing else.
 *
 * <p>Neither spaces, digit groups, hexadecimal, NaN, a bare point ({@code 5.}, {@code .5}) nor digits beyond 0 to 9
 * make a number. Scanned by hand: conditions ask this of every event, and an exception or a regular expression costs
 * more than the comparison itself.
 */
public final class DecimalText {

    /** A longer text is no number: reading a million digits takes seconds, and one event must not hold up a stream. */
    public static final int MAX_LENGTH = 1000;

    /** More digits than this in an exponent is no number: arithmetic on it overflows. */
    public static final int MAX_EXPONENT_DIGITS = 9;

    private DecimalText() {}

    /** @return the fact as a number; null when it is absent or no number */
    static @Nullable BigDecimal decimal(@Nullable Object fact) {
        if (fact instanceof BigDecimal number) {
            return number;
        }
        return fact instanceof String text ? parse(text) : null;
    }

    /** @return the number that the text is; null when it is none */
    public static @Nullable BigDecimal parse(String text) {
        return isDecimal(text) ? new BigDecimal(text) : null;
    }

    private static boolean isDecimal(String text) {
        int length = text.length();
        if (length > MAX_LENGTH) {
            return false;
        }
        int whole = afterSign(text, 0);
        int end = afterDigits(text, whole);
        if (end == whole) {
            return false;
        }
        if (end < length && text.charAt(end) == '.') {
            int fraction = end + 1;
            end = afterDigits(text, fraction);
            if (end == fraction) {
                return false;
            }
        }
        return end == length || isExponent(text, end);
    }

    private static boolean isExponent(String text, int at) {
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        int digits = afterSign(text, at + 1);
        int end = afterDigits(text, digits);
        return end == text.length() && end > digits && end - digits <= MAX_EXPONENT_DIGITS;
    }

    private static int afterSign(String text, int at) {
        boolean signed = at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
        return signed ? at + 1 : at;
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}

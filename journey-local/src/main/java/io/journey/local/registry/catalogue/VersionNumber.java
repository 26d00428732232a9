package io.journey.local.registry.catalogue;

import java.util.Locale;

/**
 * A version as callers write it.
 *
 * @param number from 1, or {@link Reference#LATEST}
 */
public record VersionNumber(int number) {

    /** The newest version that is not deleted. */
    public static final VersionNumber LATEST = new VersionNumber(Reference.LATEST);

    /** Reads a number, {@code latest} or {@code -1}. */
    public static Outcome<VersionNumber> parse(String text) {
        String trimmed = text.trim();
        if (trimmed.toLowerCase(Locale.ROOT).equals("latest")) {
            return new Outcome.Granted<>(LATEST);
        }
        try {
            int number = Integer.parseInt(trimmed);
            return number > 0 || number == Reference.LATEST
                    ? new Outcome.Granted<>(new VersionNumber(number))
                    : invalid(text);
        } catch (NumberFormatException notANumber) {
            return invalid(text);
        }
    }

    private static Outcome<VersionNumber> invalid(String text) {
        return new Outcome.Refused<>(new Refusal(
                Refusal.Reason.INVALID_VERSION,
                "The specified version '" + text + "' is not a valid version id. "
                        + "Allowed values are between [1, 2^31-1] and the string \"latest\""));
    }

    boolean isLatest() {
        return number == Reference.LATEST;
    }
}

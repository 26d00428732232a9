package io.journey.events.json;

/** Values as they appear in messages: quoted, and cut where they are long. */
final class Shortened {

    private static final int LONGEST = 60;

    private Shortened() {}

    static String of(String value) {
        if (value.length() <= LONGEST) {
            return "\"" + value + "\"";
        }
        return "\"" + value.substring(0, LONGEST) + "…\" (" + value.length() + " characters)";
    }

    static String around(String text, int position) {
        int start = Math.max(0, position - LONGEST / 2);
        return "\"" + text.substring(start, Math.min(text.length(), start + LONGEST)) + "\"";
    }
}

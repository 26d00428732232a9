package io.journey.core.definition.tree;

/** Shows what a file holds inside a message of one line: short, and with what would break the line written out. */
public final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    /** @return the text in single quotes, at most its first 60 characters */
    public static String quoted(String text) {
        return "'" + plain(text) + "'";
    }

    /** @return the text, at most its first 60 characters */
    public static String plain(String text) {
        String shown = firstOf(text, LONGEST);
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown;
    }

    /** @return the whole text as one line */
    public static String line(String text) {
        return firstOf(text, text.length());
    }

    private static String firstOf(String text, int characters) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(characters).forEach(character -> append(shown, character));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int character) {
        if (Character.isISOControl(character) || character == '\u2028' || character == '\u2029') {
            shown.append(String.format("\\u%04x", character));
            return;
        }
        shown.appendCodePoint(character);
    }
}

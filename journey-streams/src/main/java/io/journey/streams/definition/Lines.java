package io.journey.streams.definition;

/** Counts lines for faults whose source knows a position only. */
final class Lines {

    private Lines() {}

    /** @return the line, from 1, of the character at the index */
    static int at(String text, int index) {
        return 1
                + (int) text.chars()
                        .limit(index)
                        .filter(character -> character == '\n')
                        .count();
    }
}

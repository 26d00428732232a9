package io.journey.core.definition.read;

import io.journey.core.definition.tree.Shown;

/**
 * One thing that is wrong with a definition.
 *
 * @param line where, from 1
 * @param key path of the key, for example {@code rules[2].when.value.gt}; empty when the whole file is meant
 * @param message what was found and what was expected
 */
public record Fault(int line, String key, String message) {

    /** What a file holds can reach both texts, and a fault is one line whatever that is. */
    public Fault {
        key = Shown.line(key);
        message = Shown.line(message);
    }

    /** The fault as one line that begins with the given file's name. */
    public String in(String file) {
        String place = file + ":" + line + ": ";
        return key.isEmpty() ? place + message : place + key + ": " + message;
    }
}

package io.journey.core.definition.read;

/**
 * One thing that is wrong with a definition.
 *
 * @param line where, from 1
 * @param key path of the key, for example {@code rules[2].when.value.gt}; empty when the whole file is meant
 * @param message what was found and what was expected
 */
public record Fault(int line, String key, String message) {

    /** The fault as one line that begins with the given file's name. */
    public String in(String file) {
        String place = file + ":" + line + ": ";
        return key.isEmpty() ? place + message : place + key + ": " + message;
    }
}

package io.journey.service.settings;

/**
 * A setting as somebody gave it.
 *
 * @param value its text, references replaced
 * @param source where it stands, for people: a file and its key, a variable, an option
 */
public record GivenSetting(String value, String source) {

    /** Without the value, which may be a secret. */
    @Override
    public String toString() {
        return "from " + source;
    }
}

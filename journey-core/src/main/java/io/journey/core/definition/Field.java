package io.journey.core.definition;

/**
 * Names a fact.
 *
 * @param kind which fact; {@code ATTRIBUTE} also stands for a profile attribute
 * @param attribute name of the attribute; empty for other kinds
 */
public record Field(Kind kind, String attribute) {

    /** Facts that conditions can ask for. */
    public enum Kind {
        CHANNEL,
        TOUCHPOINT,
        SOURCE,
        VALUE,
        SURVEY_KIND,
        SURVEY_SCORE,
        ATTRIBUTE
    }

    /** Whether the fact is a number by nature, so that comparing it with text makes no sense. */
    public boolean isNumber() {
        return kind == Kind.VALUE || kind == Kind.SURVEY_SCORE;
    }
}

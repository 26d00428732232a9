package io.journey.core.definition;

/** What must hold of an event, or of a profile, for a rule or persona to match. */
public interface Condition {

    boolean holds(Facts facts);
}

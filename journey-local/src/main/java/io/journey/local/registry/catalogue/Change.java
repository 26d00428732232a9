package io.journey.local.registry.catalogue;

/** One thing that a decision alters. Changes are written to the log first and applied afterwards. */
public sealed interface Change {

    /** A version appeared or was deleted softly. */
    record VersionStored(SchemaVersion version) implements Change {}

    /** A version is gone for good. */
    record VersionErased(String subject, int version) implements Change {}

    /** Ids up to this one were given out, also those whose versions are gone: none is given out again. */
    record IdsUsed(int highest) implements Change {}

    /** A scope has these settings now. */
    record ConfigStored(Scope scope, Config config) implements Change {}

    /** A scope has no settings of its own any more. */
    record ConfigErased(Scope scope) implements Change {}

    /** A scope has this mode now. */
    record ModeStored(Scope scope, Mode mode) implements Change {}

    /** A scope has no mode of its own any more. */
    record ModeErased(Scope scope) implements Change {}
}

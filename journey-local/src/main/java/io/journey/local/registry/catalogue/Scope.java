package io.journey.local.registry.catalogue;

/** What a setting applies to: everything, or one subject. */
public sealed interface Scope {

    /** The whole registry. */
    Scope GLOBAL = new Global();

    /** Every subject that has no setting of its own. */
    record Global() implements Scope {}

    /** One subject, whether it has schemas or not. */
    record Subject(String name) implements Scope {}
}

package io.journey.local.registry.catalogue;

/** Whether a schema is compared and stored as written, or first brought into one spelling. */
public enum Spelling {
    AS_WRITTEN,
    NORMALIZED
}

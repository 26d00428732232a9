package io.journey.local.registry.catalogue;

/** Whether a new version has to be compatible with earlier ones. */
public enum Enforcement {
    CHECKED,
    FORCED
}

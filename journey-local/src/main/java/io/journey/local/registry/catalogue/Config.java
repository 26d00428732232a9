package io.journey.local.registry.catalogue;

import java.util.Optional;

/**
 * Settings of a subject or of the whole registry; what is empty is left to the wider scope.
 *
 * @param compatibility what a new version must fulfil
 * @param normalize whether schemas are brought into one spelling before they are compared and stored
 * @param validateNewSchemas whether names and defaults of new schemas are checked strictly
 */
public record Config(
        Optional<CompatibilityLevel> compatibility, Optional<Boolean> normalize, Optional<Boolean> validateNewSchemas) {

    /** No setting at all. */
    public static final Config EMPTY = new Config(Optional.empty(), Optional.empty(), Optional.empty());

    /** Only a compatibility level. */
    public static Config of(CompatibilityLevel level) {
        return new Config(Optional.of(level), Optional.empty(), Optional.empty());
    }

    Config orElse(Config wider) {
        return new Config(
                compatibility.or(wider::compatibility),
                normalize.or(wider::normalize),
                validateNewSchemas.or(wider::validateNewSchemas));
    }
}

package io.journey.local.registry;

import io.journey.local.registry.catalogue.Deletions;
import io.journey.local.registry.catalogue.Registrations;
import io.journey.local.registry.catalogue.SchemaCatalogue;
import io.journey.local.registry.catalogue.Settings;

/** A catalogue with the rules that read it, which is all a request needs to be decided. */
record Rulebook(SchemaCatalogue catalogue, Registrations registrations, Deletions deletions, Settings settings) {

    static Rulebook of(SchemaCatalogue catalogue) {
        return new Rulebook(catalogue, new Registrations(catalogue), new Deletions(catalogue), new Settings(catalogue));
    }
}

package io.journey.local.registry;

import io.journey.local.registry.catalogue.Outcome;
import io.journey.local.registry.catalogue.SchemaCatalogue;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;

/**
 * Decides one request after the other: rules first, then the log, then the catalogue, then the answer.
 *
 * <p>When the log fails, nobody knows whether it has the changes. From then on all changes are refused, because an answer
 * could contradict what the next start reads.
 */
final class CatalogueStore {

    private final CatalogueLog log;
    private final Rulebook rules;
    private boolean uncertain;

    CatalogueStore(CatalogueLog log, SchemaCatalogue catalogue) {
        this.log = log;
        this.rules = Rulebook.of(catalogue);
        log.replay(catalogue::apply);
    }

    /** @throws RegistryException when the changes may not have been written */
    synchronized <T> Outcome<T> decide(Function<Rulebook, Outcome<T>> request) {
        Outcome<T> outcome = request.apply(rules);
        if (outcome instanceof Outcome.Granted<T> granted && !granted.changes().isEmpty()) {
            write(granted);
        }
        return outcome;
    }

    private void write(Outcome.Granted<?> granted) {
        if (uncertain) {
            throw new RegistryException("an earlier change may be lost; restart the registry");
        }
        try {
            log.append(granted.changes());
        } catch (KafkaException cause) {
            uncertain = true;
            throw new RegistryException("the schema topic could not be written; restart the registry", cause);
        }
        granted.changes().forEach(rules.catalogue()::apply);
    }
}

package io.journey.local.registry.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.local.registry.catalogue.RandomHistory.Action;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CatalogueProperties {

    @Property(tries = 300)
    void equalSchemasHaveEqualIdsAndNoOthersDo(@ForAll("histories") List<Action> history) {
        RandomHistory registry = new RandomHistory();
        for (Action action : history) {
            registry.perform(action);

            Map<Integer, SchemaContent> contents = new HashMap<>();
            Map<SchemaContent, Integer> ids = new HashMap<>();
            for (SchemaVersion version : registry.everything()) {
                assertThat(contents.putIfAbsent(version.id(), version.content()))
                        .isIn(null, version.content());
                assertThat(ids.putIfAbsent(version.content(), version.id())).isIn(null, version.id());
            }
        }
    }

    @Property(tries = 300)
    void anIdNeverMeansTwoSchemasEvenAfterErasing(@ForAll("histories") List<Action> history) {
        RandomHistory registry = new RandomHistory();
        history.forEach(registry::perform);

        Map<Integer, SchemaContent> everGiven = new HashMap<>();
        for (Change change : registry.log()) {
            if (change instanceof Change.VersionStored stored) {
                SchemaContent content = stored.version().content();
                assertThat(everGiven.putIfAbsent(stored.version().id(), content))
                        .isIn(null, content);
            }
        }
    }

    @Property(tries = 300)
    void aNewVersionIsOneMoreThanTheHighestThatIsLeft(@ForAll("histories") List<Action> history) {
        RandomHistory registry = new RandomHistory();
        for (Action action : history) {
            Set<SchemaVersion> before = new HashSet<>(registry.everything());
            int highest = before.stream()
                    .filter(version -> version.subject().equals(action.subject()))
                    .mapToInt(SchemaVersion::version)
                    .max()
                    .orElse(0);
            registry.perform(action);

            if (action.kind() == RandomHistory.Kind.REGISTER) {
                assertThat(registry.everything().stream().filter(version -> !before.contains(version)))
                        .allSatisfy(version -> assertThat(version.version()).isEqualTo(highest + 1));
            }
        }
    }

    @Property(tries = 300)
    void registeringAgainChangesNothingAndAnswersTheSame(@ForAll("histories") List<Action> history) {
        RandomHistory registry = new RandomHistory();
        history.forEach(registry::perform);
        for (Action action : history) {
            SchemaVersion first = registry.registered(action.subject(), action.schema());
            List<Change> log = List.copyOf(registry.log());

            assertThat(registry.registered(action.subject(), action.schema())).isEqualTo(first);
            assertThat(registry.log()).isEqualTo(log);
        }
    }

    @Provide
    Arbitrary<List<Action>> histories() {
        return RandomHistory.arbitrary();
    }
}

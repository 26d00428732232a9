package io.journey.local.registry.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class CatalogueProperties {

    private static final Instant THEN = Instant.parse("2011-09-30T22:38:44Z");

    private enum Kind {
        REGISTER,
        DELETE_VERSION,
        ERASE_VERSION,
        DELETE_SUBJECT,
        ERASE_SUBJECT
    }

    /** Something a caller does to one of few subjects with one of few schemas, so that calls meet each other. */
    record Action(Kind kind, String subject, String schema) {}

    /** A catalogue with the log of its changes, as a registry keeps them. */
    private static final class Registry {
        private final SchemaCatalogue catalogue = new SchemaCatalogue(CompatibilityLevel.NONE);
        private final Registrations registrations = new Registrations(catalogue);
        private final Deletions deletions = new Deletions(catalogue);
        private final List<Change> log = new ArrayList<>();

        void perform(Action action) {
            take(switch (action.kind()) {
                case REGISTER -> register(action.subject(), action.schema());
                case DELETE_VERSION ->
                    deletions.deleteVersion(action.subject(), VersionNumber.LATEST, Permanence.SOFT);
                case ERASE_VERSION -> eraseOldest(action.subject());
                case DELETE_SUBJECT -> deletions.deleteSubject(action.subject(), Permanence.SOFT);
                case ERASE_SUBJECT -> deletions.deleteSubject(action.subject(), Permanence.PERMANENT);
            });
        }

        private Outcome<Integer> eraseOldest(String subject) {
            return catalogue.versions(subject, Visibility.DELETED_ONLY).stream()
                    .findFirst()
                    .map(version -> deletions.deleteVersion(
                            subject, new VersionNumber(version.version()), Permanence.PERMANENT))
                    .orElseGet(() -> new Outcome.Granted<>(0));
        }

        Outcome<SchemaVersion> register(String subject, String schema) {
            return registrations.register(
                    subject, Submission.of(schema), Spelling.AS_WRITTEN, Enforcement.CHECKED, THEN);
        }

        SchemaVersion registered(String subject, String schema) {
            Outcome<SchemaVersion> outcome = register(subject, schema);
            take(outcome);
            return ((Outcome.Granted<SchemaVersion>) outcome).answer();
        }

        private void take(Outcome<?> outcome) {
            if (outcome instanceof Outcome.Granted<?> granted) {
                granted.changes().forEach(catalogue::apply);
                log.addAll(granted.changes());
            }
        }

        List<SchemaVersion> everything() {
            return catalogue.versions(Visibility.WITH_DELETED).toList();
        }
    }

    @Property(tries = 300)
    void equalSchemasHaveEqualIdsAndNoOthersDo(@ForAll("histories") List<Action> history) {
        Registry registry = new Registry();
        for (Action action : history) {
            registry.perform(action);

            Map<Integer, SchemaContent> contents = new HashMap<>();
            Map<SchemaContent, Integer> ids = new HashMap<>();
            for (SchemaVersion version : registry.everything()) {
                assertThat(contents.putIfAbsent(version.id(), version.content())).isIn(null, version.content());
                assertThat(ids.putIfAbsent(version.content(), version.id())).isIn(null, version.id());
            }
        }
    }

    @Property(tries = 300)
    void anIdNeverMeansTwoSchemasEvenAfterErasing(@ForAll("histories") List<Action> history) {
        Registry registry = new Registry();
        history.forEach(registry::perform);

        Map<Integer, SchemaContent> everGiven = new HashMap<>();
        for (Change change : registry.log) {
            if (change instanceof Change.VersionStored stored) {
                SchemaContent content = stored.version().content();
                assertThat(everGiven.putIfAbsent(stored.version().id(), content)).isIn(null, content);
            }
        }
    }

    @Property(tries = 300)
    void aNewVersionIsOneMoreThanTheHighestThatIsLeft(@ForAll("histories") List<Action> history) {
        Registry registry = new Registry();
        for (Action action : history) {
            Set<SchemaVersion> before = new HashSet<>(registry.everything());
            int highest = before.stream()
                    .filter(version -> version.subject().equals(action.subject()))
                    .mapToInt(SchemaVersion::version)
                    .max()
                    .orElse(0);
            registry.perform(action);

            if (action.kind() == Kind.REGISTER) {
                assertThat(registry.everything().stream().filter(version -> !before.contains(version)))
                        .allSatisfy(version -> assertThat(version.version()).isEqualTo(highest + 1));
            }
        }
    }

    @Property(tries = 300)
    void registeringAgainChangesNothingAndAnswersTheSame(@ForAll("histories") List<Action> history) {
        Registry registry = new Registry();
        history.forEach(registry::perform);
        for (Action action : history) {
            SchemaVersion first = registry.registered(action.subject(), action.schema());
            List<Change> log = List.copyOf(registry.log);

            assertThat(registry.registered(action.subject(), action.schema())).isEqualTo(first);
            assertThat(registry.log).isEqualTo(log);
        }
    }

    @Property(tries = 300)
    void theLogAloneRestoresTheCatalogue(@ForAll("histories") List<Action> history) {
        Registry registry = new Registry();
        history.forEach(registry::perform);

        SchemaCatalogue restored = new SchemaCatalogue(CompatibilityLevel.NONE);
        registry.log.forEach(restored::apply);

        assertThat(restored.versions(Visibility.WITH_DELETED)).isEqualTo(registry.everything());
        assertThat(restored.highestId()).isEqualTo(registry.catalogue.highestId());
    }

    @Provide
    Arbitrary<List<Action>> histories() {
        Arbitrary<Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(Kind.REGISTER)),
                Tuple.of(3, Arbitraries.of(Kind.class)));
        return Combinators.combine(
                        kinds,
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of("\"int\"", "\"long\"", "\"string\"", "\"bytes\""))
                .as(Action::new)
                .list()
                .ofMaxSize(30);
    }
}

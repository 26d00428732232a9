package io.journey.local.registry.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A catalogue on which random actions are performed, with the log of its changes, as a registry keeps them. */
public final class RandomHistory {

    private static final Instant THEN = Instant.parse("2011-09-30T22:38:44Z");

    /** What callers do. */
    public enum Kind {
        REGISTER,
        DELETE_VERSION,
        ERASE_VERSION,
        DELETE_SUBJECT,
        ERASE_SUBJECT
    }

    /** Something a caller does to one of few subjects with one of few schemas, so that calls meet each other. */
    public record Action(Kind kind, String subject, String schema) {}

    private final SchemaCatalogue catalogue = new SchemaCatalogue(CompatibilityLevel.NONE);
    private final Registrations registrations = new Registrations(catalogue);
    private final Deletions deletions = new Deletions(catalogue);
    private final List<Change> log = new ArrayList<>();

    /** Histories in which half of the actions or more register something. */
    public static Arbitrary<List<Action>> arbitrary() {
        Arbitrary<Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(Kind.REGISTER)), Tuple.of(3, Arbitraries.of(Kind.class)));
        return Combinators.combine(
                        kinds,
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of("\"int\"", "\"long\"", "\"string\"", "\"bytes\""))
                .as(Action::new)
                .list()
                .ofMaxSize(30);
    }

    /** Does it, if the rules allow it. */
    public void perform(Action action) {
        take(
                switch (action.kind()) {
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
                .map(version ->
                        deletions.deleteVersion(subject, new VersionNumber(version.version()), Permanence.PERMANENT))
                .orElseGet(() -> new Outcome.Granted<>(0));
    }

    private Outcome<SchemaVersion> register(String subject, String schema) {
        return registrations.register(subject, Submission.of(schema), Spelling.AS_WRITTEN, Enforcement.CHECKED, THEN);
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

    /** All changes so far. */
    public List<Change> log() {
        return log;
    }

    /** All versions, deleted ones too. */
    public List<SchemaVersion> everything() {
        return catalogue.versions(Visibility.WITH_DELETED).toList();
    }

    /** The highest id given out so far. */
    public int highestId() {
        return catalogue.highestId();
    }
}

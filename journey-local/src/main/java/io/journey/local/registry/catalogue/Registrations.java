package io.journey.local.registry.catalogue;

import io.journey.local.registry.catalogue.SchemaParser.Checking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules for finding schemas under a subject and for adding them. */
public final class Registrations {

    private final SchemaCatalogue catalogue;
    private final SchemaParser parser;
    private final KnownSchemas knownSchemas;
    private final Compatibility compatibility;

    public Registrations(SchemaCatalogue catalogue) {
        this.catalogue = catalogue;
        this.parser = new SchemaParser(catalogue);
        this.knownSchemas = new KnownSchemas(catalogue, parser);
        this.compatibility = new Compatibility(parser);
    }

    /** Finds the version of a subject that is this schema. */
    public Outcome<SchemaVersion> find(
            String subject, Submission submission, Spelling spelling, Visibility visibility) {
        return parser.parse(submission, Checking.LENIENT, spelling(subject, spelling))
                .then(schema -> knownSchemas
                        .equal(subject, schema, visibility)
                        .<Outcome<SchemaVersion>>map(Outcome.Granted::new)
                        .orElseGet(() -> new Outcome.Refused<>(missing(subject, visibility))));
    }

    private Refusal missing(String subject, Visibility visibility) {
        return catalogue.versions(subject, visibility).isEmpty()
                ? Refusal.subjectNotFound(subject)
                : Refusal.schemaNotFound();
    }

    /** Adds a schema to a subject, or finds it there: registering twice gives the same version and id. */
    public Outcome<SchemaVersion> register(
            String subject, Submission submission, Spelling spelling, Enforcement enforcement, Instant now) {
        if (!SubjectName.isValid(subject)) {
            return new Outcome.Refused<>(Refusal.invalidSubject(subject));
        }
        Spelling wanted = spelling(subject, spelling);
        return parser.parse(submission, Checking.LENIENT, wanted).then(schema -> {
            Optional<SchemaVersion> known = knownSchemas.repeated(subject, schema, submission);
            if (known.isPresent()) {
                return new Outcome.Granted<>(known.get());
            }
            Optional<Refusal> forbidden = forbidden(subject, submission);
            if (forbidden.isPresent()) {
                return new Outcome.Refused<>(forbidden.get());
            }
            return parser.parse(submission, checking(subject, submission), wanted)
                    .then(checked -> add(subject, checked, submission, enforcement, now));
        });
    }

    /** What a schema would break if it became the next version, measured against the versions given. */
    public Outcome<List<String>> incompatibilities(
            String subject, Submission submission, Spelling spelling, List<SchemaVersion> against) {
        return parser.parse(submission, checking(subject, submission), spelling(subject, spelling))
                .then(schema -> new Outcome.Granted<>(compatibility.faults(level(subject), schema, against)));
    }

    private Optional<Refusal> forbidden(String subject, Submission submission) {
        Mode mode = catalogue.effectiveMode(new Scope.Subject(subject));
        if (mode.readOnly()) {
            return Optional.of(Refusal.notPermitted("Subject " + subject + " is in read-only mode"));
        }
        if (submission.id().isPresent() && mode != Mode.IMPORT) {
            return Optional.of(Refusal.notPermitted("Subject " + subject + " is not in import mode"));
        }
        if (submission.id().isEmpty() && mode != Mode.READWRITE) {
            return Optional.of(Refusal.notPermitted("Subject " + subject + " is not in read-write mode"));
        }
        return Optional.empty();
    }

    private Outcome<SchemaVersion> add(
            String subject, ParsedSchema schema, Submission submission, Enforcement enforcement, Instant now) {
        boolean importing = importing(subject);
        int next = catalogue.versions(subject, Visibility.WITH_DELETED).stream()
                        .mapToInt(SchemaVersion::version)
                        .max()
                        .orElse(0)
                + 1;
        int version = submission.version().orElse(0) > 0 ? submission.version().getAsInt() : next;
        if (!importing && version != next) {
            return new Outcome.Refused<>(Refusal.invalidSchema("Version is not one more than previous version"));
        }
        if (!importing && enforcement == Enforcement.CHECKED) {
            List<String> faults =
                    compatibility.faults(level(subject), schema, catalogue.versions(subject, Visibility.LIVE));
            if (!faults.isEmpty()) {
                return new Outcome.Refused<>(incompatible(subject, faults));
            }
        }
        int id =
                submission.id().orElseGet(() -> catalogue.idOf(schema.content()).orElse(catalogue.highestId() + 1));
        if (takenByAnother(id, schema.content())) {
            return new Outcome.Refused<>(
                    Refusal.notPermitted("Overwrite new schema with id " + id + " is not permitted."));
        }
        SchemaVersion added = new SchemaVersion(subject, version, id, schema.content(), now, false);
        List<Change> changes = new ArrayList<>(replaced(added));
        changes.add(new Change.VersionStored(added));
        return new Outcome.Granted<>(added, changes);
    }

    private boolean takenByAnother(int id, SchemaContent content) {
        return catalogue.versionsOf(id, Visibility.WITH_DELETED).stream()
                .anyMatch(holder -> !holder.content().equals(content));
    }

    /** A deleted version with the same id gives way to its successor, unless a reference still needs it. */
    private List<Change> replaced(SchemaVersion successor) {
        return catalogue.versions(successor.subject(), Visibility.DELETED_ONLY).stream()
                .filter(deleted -> deleted.id() == successor.id() && deleted.version() < successor.version())
                .filter(deleted ->
                        catalogue.referrers(deleted, Visibility.WITH_DELETED).isEmpty())
                .<Change>map(deleted -> new Change.VersionErased(deleted.subject(), deleted.version()))
                .toList();
    }

    private static Refusal incompatible(String subject, List<String> faults) {
        return new Refusal(
                Refusal.Reason.INCOMPATIBLE_SCHEMA,
                "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                        + "\", details: " + faults);
    }

    private boolean importing(String subject) {
        return catalogue.effectiveMode(new Scope.Subject(subject)) == Mode.IMPORT;
    }

    private CompatibilityLevel level(String subject) {
        return config(subject).compatibility().orElseThrow();
    }

    private Config config(String subject) {
        return catalogue.effectiveConfig(new Scope.Subject(subject));
    }

    /** An import keeps what the other registry had, to the letter. */
    private Spelling spelling(String subject, Spelling asked) {
        if (importing(subject)) {
            return Spelling.AS_WRITTEN;
        }
        return config(subject).normalize().orElse(false) ? Spelling.NORMALIZED : asked;
    }

    private Checking checking(String subject, Submission submission) {
        boolean checks = config(subject).validateNewSchemas().orElse(true)
                && submission.id().isEmpty();
        return checks ? Checking.STRICT : Checking.LENIENT;
    }
}

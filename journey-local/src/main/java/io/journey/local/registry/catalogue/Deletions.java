package io.journey.local.registry.catalogue;

import io.journey.local.registry.catalogue.Refusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules for deleting: first softly, then for good, and never what another schema borrows from. */
public final class Deletions {

    private final SchemaCatalogue catalogue;

    public Deletions(SchemaCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Deletes one version and answers its number. */
    public Outcome<Integer> deleteVersion(String subject, VersionNumber number, Permanence permanence) {
        Optional<SchemaVersion> found = catalogue.version(subject, number, Visibility.WITH_DELETED);
        if (found.isEmpty()) {
            return refused(
                    catalogue.versions(subject, Visibility.WITH_DELETED).isEmpty()
                            ? Refusal.subjectNotFound(subject)
                            : Refusal.versionNotFound(number));
        }
        SchemaVersion version = found.get();
        if (permanence == Permanence.SOFT && version.deleted()) {
            return refused(new Refusal(
                    Reason.VERSION_SOFT_DELETED,
                    "Subject '" + subject + "' Version " + version.version()
                            + " was soft deleted. Set permanent=true to delete permanently"));
        }
        if (readOnly(subject)) {
            return refused(readOnlyRefusal(subject));
        }
        if (!catalogue.referrers(version, permanence.reach()).isEmpty()) {
            return refused(Refusal.referenceExists(subject, version.version()));
        }
        if (permanence == Permanence.PERMANENT && !version.deleted()) {
            return refused(new Refusal(
                    Reason.VERSION_NOT_SOFT_DELETED,
                    "Subject '" + subject + "' Version " + version.version()
                            + " was not deleted first before being permanently deleted"));
        }
        return new Outcome.Granted<>(version.version(), changes(subject, List.of(version), permanence));
    }

    /** Deletes all versions of a subject and answers their numbers. */
    public Outcome<List<Integer>> deleteSubject(String subject, Permanence permanence) {
        Optional<Refusal> refusal = refusal(subject, permanence);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        List<SchemaVersion> versions = catalogue.versions(subject, permanence.reach());
        return new Outcome.Granted<>(
                versions.stream().map(SchemaVersion::version).toList(), changes(subject, versions, permanence));
    }

    private Optional<Refusal> refusal(String subject, Permanence permanence) {
        List<SchemaVersion> versions = catalogue.versions(subject, permanence.reach());
        if (catalogue.versions(subject, Visibility.WITH_DELETED).isEmpty()) {
            return Optional.of(Refusal.subjectNotFound(subject));
        }
        if (versions.isEmpty()) {
            return Optional.of(new Refusal(
                    Reason.SUBJECT_SOFT_DELETED,
                    "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently"));
        }
        if (readOnly(subject)) {
            return Optional.of(readOnlyRefusal(subject));
        }
        Optional<SchemaVersion> borrowed = versions.stream()
                .filter(version -> borrowedElsewhere(version, permanence))
                .findFirst();
        if (borrowed.isPresent()) {
            return Optional.of(Refusal.referenceExists(subject, borrowed.get().version()));
        }
        if (permanence == Permanence.PERMANENT && !versions.stream().allMatch(SchemaVersion::deleted)) {
            return Optional.of(new Refusal(
                    Reason.SUBJECT_NOT_SOFT_DELETED,
                    "Subject '" + subject + "' was not deleted first before being permanently deleted"));
        }
        return Optional.empty();
    }

    /** References between versions of one subject go with the subject. */
    private boolean borrowedElsewhere(SchemaVersion version, Permanence permanence) {
        return catalogue.referrers(version, permanence.reach()).stream()
                .anyMatch(referrer -> !referrer.subject().equals(version.subject()));
    }

    private List<Change> changes(String subject, List<SchemaVersion> versions, Permanence permanence) {
        if (permanence == Permanence.SOFT) {
            return versions.stream()
                    .<Change>map(version -> new Change.VersionStored(version.withDeletion()))
                    .toList();
        }
        List<Change> changes = new ArrayList<>();
        // First, so that an id whose last trace is erased cannot be given out again.
        changes.add(new Change.IdsUsed(catalogue.highestId()));
        versions.forEach(version -> changes.add(new Change.VersionErased(subject, version.version())));
        if (versions.size()
                == catalogue.versions(subject, Visibility.WITH_DELETED).size()) {
            changes.addAll(settingsOf(subject));
        }
        return changes;
    }

    private List<Change> settingsOf(String subject) {
        Scope scope = new Scope.Subject(subject);
        List<Change> changes = new ArrayList<>();
        if (catalogue.hasWrittenMode(scope)) {
            changes.add(new Change.ModeErased(scope));
        }
        if (catalogue.hasWrittenConfig(scope)) {
            changes.add(new Change.ConfigErased(scope));
        }
        return changes;
    }

    private boolean readOnly(String subject) {
        return catalogue.effectiveMode(new Scope.Subject(subject)).readOnly();
    }

    private static Refusal readOnlyRefusal(String subject) {
        return Refusal.notPermitted("Subject " + subject + " is in read-only mode");
    }

    private static <T> Outcome<T> refused(Refusal refusal) {
        return new Outcome.Refused<>(refusal);
    }
}

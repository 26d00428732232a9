package io.journey.local.registry.catalogue;

import io.journey.local.registry.catalogue.Refusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The rules for changing compatibility levels and modes. */
public final class Settings {

    private final SchemaCatalogue catalogue;

    public Settings(SchemaCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Changes some settings of a scope and answers all that are written for it now. */
    public Outcome<Config> updateConfig(Scope scope, UnaryOperator<Config> update) {
        if (scope instanceof Scope.Subject subject && !SubjectName.mayHaveSettings(subject.name())) {
            return new Outcome.Refused<>(Refusal.invalidSubject(subject.name()));
        }
        if (catalogue.effectiveMode(scope).readOnly()) {
            return new Outcome.Refused<>(Refusal.notPermitted(name(scope) + " is in read-only mode"));
        }
        Config updated = update.apply(catalogue.writtenConfig(scope));
        return new Outcome.Granted<>(updated, List.of(new Change.ConfigStored(scope, updated)));
    }

    /** Leaves a scope to the wider one and answers what it had. */
    public Outcome<Config> deleteConfig(Scope scope) {
        Optional<Config> own = catalogue.ownConfig(scope);
        if (own.isEmpty()) {
            return new Outcome.Refused<>(notFound(scope));
        }
        if (catalogue.effectiveMode(scope).readOnly()) {
            return new Outcome.Refused<>(Refusal.notPermitted(name(scope) + " is in read-only mode"));
        }
        return new Outcome.Granted<>(own.get(), List.of(new Change.ConfigErased(scope)));
    }

    /**
     * Sets the mode of a scope; an empty one leaves it to the wider scope.
     *
     * <p>Imports choose ids themselves, so a scope must hold no schemas when they begin, unless the caller insists.
     */
    public Outcome<Optional<Mode>> setMode(Scope scope, Optional<Mode> mode, Enforcement enforcement) {
        if (scope instanceof Scope.Subject subject && !SubjectName.mayHaveSettings(subject.name())) {
            return new Outcome.Refused<>(Refusal.invalidSubject(subject.name()));
        }
        List<Change> changes = new ArrayList<>();
        boolean importBegins = mode.equals(Optional.of(Mode.IMPORT)) && catalogue.effectiveMode(scope) != Mode.IMPORT;
        if (importBegins && enforcement == Enforcement.CHECKED) {
            if (!within(scope, Visibility.LIVE).isEmpty()) {
                return new Outcome.Refused<>(Refusal.notPermitted("Cannot import since found existing subjects"));
            }
            List<SchemaVersion> remains = within(scope, Visibility.WITH_DELETED);
            Optional<SchemaVersion> borrowed = remains.stream()
                    .filter(version -> !catalogue
                            .referrers(version, Visibility.WITH_DELETED)
                            .isEmpty())
                    .findFirst();
            if (borrowed.isPresent()) {
                return new Outcome.Refused<>(Refusal.referenceExists(
                        borrowed.get().subject(), borrowed.get().version()));
            }
            changes.add(new Change.IdsUsed(catalogue.highestId()));
            remains.forEach(version -> changes.add(new Change.VersionErased(version.subject(), version.version())));
        }
        changes.add(mode.<Change>map(wanted -> new Change.ModeStored(scope, wanted))
                .orElseGet(() -> new Change.ModeErased(scope)));
        return new Outcome.Granted<>(mode, changes);
    }

    /** Leaves a scope's mode to the wider one and answers what it was. */
    public Outcome<Mode> deleteMode(Scope scope) {
        return catalogue
                .ownMode(scope)
                .<Outcome<Mode>>map(mode -> new Outcome.Granted<>(mode, List.of(new Change.ModeErased(scope))))
                .orElseGet(() -> new Outcome.Refused<>(notFound(scope)));
    }

    /** Leaves a scope's mode and the modes of all subjects within to the wider one; empty when it had none itself. */
    public Outcome<Optional<Mode>> deleteModes(Scope scope) {
        String context = scope instanceof Scope.Subject subject ? subject.name() : "";
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.ModeErased(scope));
        catalogue
                .subjectsWithModes()
                .filter(subject -> SubjectName.isWithin(context, subject.name()))
                .forEach(subject -> changes.add(new Change.ModeErased(subject)));
        return new Outcome.Granted<>(catalogue.ownMode(scope), changes);
    }

    /** The settings that a scope itself has. */
    public Outcome<Config> ownConfig(Scope scope) {
        return catalogue
                .ownConfig(scope)
                .<Outcome<Config>>map(Outcome.Granted::new)
                .orElseGet(() -> new Outcome.Refused<>(new Refusal(
                        Reason.COMPATIBILITY_NOT_CONFIGURED,
                        name(scope) + " does not have subject-level compatibility configured")));
    }

    /** The mode that a scope itself has. */
    public Outcome<Mode> ownMode(Scope scope) {
        return catalogue
                .ownMode(scope)
                .<Outcome<Mode>>map(Outcome.Granted::new)
                .orElseGet(() -> new Outcome.Refused<>(new Refusal(
                        Reason.MODE_NOT_CONFIGURED, name(scope) + " does not have subject-level mode configured")));
    }

    private List<SchemaVersion> within(Scope scope, Visibility visibility) {
        return scope instanceof Scope.Subject subject
                ? catalogue.versions(subject.name(), visibility)
                : catalogue.versions(visibility).toList();
    }

    private static Refusal notFound(Scope scope) {
        return new Refusal(Reason.SUBJECT_NOT_FOUND, name(scope) + " not found.");
    }

    private static String name(Scope scope) {
        return scope instanceof Scope.Subject subject ? "Subject '" + subject.name() + "'" : "The registry";
    }
}

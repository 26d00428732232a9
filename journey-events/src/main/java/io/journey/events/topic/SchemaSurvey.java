package io.journey.events.topic;

import io.journey.events.registry.RegisteredSchema;
import io.journey.events.registry.RegistryClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/** Looks at every subject of an installation and says what there is to do. Changes nothing. */
public final class SchemaSurvey {

    /** Every old reader reads every new record and the other way round, for good. */
    static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private final RegistryClient registry;
    private final TopicLayout layout;

    public SchemaSurvey(RegistryClient registry, TopicLayout layout) {
        this.registry = registry;
        this.layout = layout;
    }

    /**
     * A finding for each subject, in the catalogue's order.
     *
     * @throws io.journey.events.registry.RegistryRefusedException when the registry does not let us look
     */
    public List<SubjectFinding> findings() {
        return Subject.of(layout).stream().map(this::finding).toList();
    }

    private SubjectFinding finding(Subject subject) {
        Optional<Integer> id = registry.find(subject.name(), subject.schema());
        if (id.isPresent()) {
            String level = registry.compatibilityLevel(subject.name());
            return level.equals(COMPATIBILITY)
                    ? new SubjectFinding.AsItShouldBe(subject, id.get())
                    : new SubjectFinding.AtAnotherLevel(subject, id.get(), level);
        }
        List<RegisteredSchema> versions = registry.versions(subject.name());
        List<String> reasons = versions.isEmpty() ? List.of() : reasons(subject, versions);
        return reasons.isEmpty()
                ? new SubjectFinding.Missing(subject, versions.size())
                : new SubjectFinding.Refused(subject, reasons);
    }

    /** The registry judges by the level that it has; whether our own level would hold is seen by comparing each version. */
    private List<String> reasons(Subject subject, List<RegisteredSchema> versions) {
        List<String> reasons = new ArrayList<>();
        for (RegisteredSchema version : versions) {
            String what = "version " + version.version();
            add(reasons, "ours cannot read what " + what + " wrote", subject.schema(), version.schema());
            add(reasons, what + " cannot read what ours writes", version.schema(), subject.schema());
        }
        if (reasons.isEmpty()) {
            registry.incompatibilities(subject.name(), subject.schema())
                    .forEach(message -> reasons.add("the registry says: " + message));
        }
        return reasons;
    }

    private static void add(List<String> reasons, String what, Schema reader, Schema writer) {
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .forEach(found -> reasons.add(
                        what + ": " + found.getType() + " at " + found.getLocation() + ", " + found.getMessage()));
    }
}

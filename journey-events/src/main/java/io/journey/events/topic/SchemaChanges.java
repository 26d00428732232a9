package io.journey.events.topic;

import io.journey.events.registry.RegistryClient;
import java.util.ArrayList;
import java.util.List;

/**
 * Registers what is missing and sets the compatibility level of our subjects. Where a schema is refused it does nothing
 * at all, and never deletes anything.
 */
public final class SchemaChanges {

    private final RegistryClient registry;

    public SchemaChanges(RegistryClient registry) {
        this.registry = registry;
    }

    /**
     * Makes the changes.
     *
     * @param findings of the survey
     * @throws ProvisioningException when schemas are refused, naming all of them with all reasons; then nothing was changed
     * @throws io.journey.events.registry.RegistryRefusedException when the registry does not let us; some of it may be done
     */
    public void apply(List<SubjectFinding> findings) {
        List<String> refused = new ArrayList<>();
        for (SubjectFinding finding : findings) {
            if (finding instanceof SubjectFinding.Refused refusal) {
                refusal.reasons()
                        .forEach(reason ->
                                refused.add("subject " + refusal.subject().name() + ": " + reason));
            }
        }
        if (!refused.isEmpty()) {
            throw new ProvisioningException(
                    "nothing was changed; whoever registered these versions must say what they are for, or this"
                            + " installation must be given another topic prefix or another registry",
                    refused);
        }
        findings.forEach(this::apply);
    }

    private void apply(SubjectFinding finding) {
        Subject subject = finding.subject();
        if (finding instanceof SubjectFinding.Missing) {
            registry.register(subject.name(), subject.schema());
            if (!registry.compatibilityLevel(subject.name()).equals(SchemaSurvey.COMPATIBILITY)) {
                registry.setCompatibilityLevel(subject.name(), SchemaSurvey.COMPATIBILITY);
            }
        } else if (finding instanceof SubjectFinding.AtAnotherLevel) {
            registry.setCompatibilityLevel(subject.name(), SchemaSurvey.COMPATIBILITY);
        }
    }
}

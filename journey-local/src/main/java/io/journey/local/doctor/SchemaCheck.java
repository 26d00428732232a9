package io.journey.local.doctor;

import io.journey.events.topic.SchemaSurvey;
import io.journey.events.topic.SubjectFinding;
import java.util.ArrayList;
import java.util.List;

/** Whether the registry answers and has the schema of every subject. */
record SchemaCheck(SchemaSurvey survey) implements Check {

    private static final String APPLY = "register it with journey schemas apply, or set auto.register.schemas=true"
            + " where whoever writes may register";

    @Override
    public String subject() {
        return "schemas";
    }

    @Override
    public List<Finding> look() {
        List<SubjectFinding> all = survey.findings();
        List<Finding> faults = new ArrayList<>();
        for (SubjectFinding finding : all) {
            String name = finding.subject().name();
            if (finding instanceof SubjectFinding.Missing) {
                faults.add(new Finding.Fault(subject(), name + " lacks our schema", APPLY));
            } else if (finding instanceof SubjectFinding.AtAnotherLevel other) {
                faults.add(new Finding.Fault(
                        subject(),
                        name + " has level " + other.level() + ", expected FULL_TRANSITIVE",
                        "set it with journey schemas apply"));
            } else if (finding instanceof SubjectFinding.Refused refused) {
                faults.add(new Finding.Fault(
                        subject(),
                        name + " does not take our schema: " + String.join("; ", refused.reasons()),
                        "whoever registered these versions must say what they are for; or use another registry or"
                                + " topic prefix"));
            }
        }
        return faults.isEmpty() ? List.of(new Finding.Fine(subject(), all.size() + " are as they should be")) : faults;
    }
}

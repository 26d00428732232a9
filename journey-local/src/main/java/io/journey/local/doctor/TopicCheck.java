package io.journey.local.doctor;

import io.journey.events.topic.TopicDifference;
import io.journey.events.topic.TopicFinding;
import io.journey.local.topics.Scope;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/** Whether every topic is there and as the catalogue says. */
record TopicCheck(Admin admin, Scope scope) implements Check {

    @Override
    public String subject() {
        return "topics";
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<TopicFinding> all = scope.survey(admin, scope.layout(admin)).findings();
        List<Finding> faults = new ArrayList<>();
        for (TopicFinding finding : all) {
            if (finding instanceof TopicFinding.Missing) {
                faults.add(new Finding.Fault(
                        subject(), finding.name() + " does not exist", "create it with journey topics apply"));
            }
            for (TopicDifference.Settable difference : finding.settable()) {
                faults.add(
                        new Finding.Fault(subject(), differs(finding, difference), "set it with journey topics apply"));
            }
            for (TopicDifference.Irreconcilable difference : finding.irreconcilable()) {
                faults.add(new Finding.Fault(subject(), differs(finding, difference), difference.why()));
            }
        }
        return faults.isEmpty() ? List.of(new Finding.Fine(subject(), all.size() + " are as they should be")) : faults;
    }

    private static String differs(TopicFinding finding, TopicDifference difference) {
        return finding.name() + " has " + difference.setting() + " " + difference.found() + ", expected "
                + difference.expected();
    }
}

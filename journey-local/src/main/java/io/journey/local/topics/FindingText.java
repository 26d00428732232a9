package io.journey.local.topics;

import io.journey.events.topic.TopicDifference;
import io.journey.events.topic.TopicFinding;
import io.journey.events.topic.TopicLayout;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;

/** Findings about topics in words. */
final class FindingText {

    private final TopicLayout layout;
    private final PrintWriter out;

    FindingText(TopicLayout layout, PrintWriter out) {
        this.layout = layout;
        this.out = out;
    }

    /** A line for each topic that is in order or missing and for each difference, then how many of what there are. */
    void print(List<TopicFinding> findings) {
        findings.forEach(this::print);
        out.println(findings.size() + " topics: " + count(findings, TopicFinding.Missing.class) + " to create, "
                + findings.stream()
                        .mapToInt(finding -> finding.settable().size())
                        .sum()
                + " settings to set, "
                + findings.stream()
                        .mapToInt(finding -> finding.irreconcilable().size())
                        .sum()
                + " differences that stay, " + count(findings, TopicFinding.AsItShouldBe.class)
                + " as they should be");
        out.flush();
    }

    private static long count(List<TopicFinding> findings, Class<? extends TopicFinding> kind) {
        return findings.stream().filter(kind::isInstance).count();
    }

    private void print(TopicFinding finding) {
        if (finding instanceof TopicFinding.Missing missing) {
            out.println(missing.name() + ": to create, " + layout.partitions(missing.topic()) + " partitions, "
                    + settings(missing));
        } else if (finding instanceof TopicFinding.Differing differing) {
            differing.differences().forEach(difference -> out.println(differing.name() + ": " + line(difference)));
        } else {
            out.println(finding.name() + ": as it should be");
        }
    }

    private static String settings(TopicFinding.Missing missing) {
        return String.join(
                " ",
                new TreeMap<>(missing.topic().config())
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .toList());
    }

    private static String line(TopicDifference difference) {
        String what = difference.setting() + " is " + difference.found() + ", expected " + difference.expected();
        return difference instanceof TopicDifference.Irreconcilable irreconcilable
                ? what + "; apply does not change it: " + irreconcilable.why()
                : what + "; apply sets it";
    }
}

package io.journey.local.schemas;

import io.journey.events.topic.SubjectFinding;
import java.io.PrintWriter;
import java.util.List;

/** Findings about subjects in words. */
final class FindingText {

    private final PrintWriter out;

    FindingText(PrintWriter out) {
        this.out = out;
    }

    /** A line for each subject, or for each reason where it is refused, then how many of what there are. */
    void print(List<SubjectFinding> findings) {
        findings.forEach(this::print);
        out.println(findings.size() + " subjects: " + count(findings, SubjectFinding.Missing.class) + " to register, "
                + count(findings, SubjectFinding.AtAnotherLevel.class) + " levels to set, "
                + count(findings, SubjectFinding.Refused.class) + " refused, "
                + count(findings, SubjectFinding.AsItShouldBe.class) + " as they should be");
        out.flush();
    }

    private static long count(List<SubjectFinding> findings, Class<? extends SubjectFinding> kind) {
        return findings.stream().filter(kind::isInstance).count();
    }

    private void print(SubjectFinding finding) {
        String name = finding.subject().name();
        if (finding instanceof SubjectFinding.Missing missing) {
            out.println(name + ": to register, "
                    + (missing.versions() == 0
                            ? "the first version"
                            : "compatible with the " + missing.versions() + " versions that there are"));
        } else if (finding instanceof SubjectFinding.AtAnotherLevel other) {
            out.println(name + ": level is " + other.level() + ", expected FULL_TRANSITIVE; apply sets it");
        } else if (finding instanceof SubjectFinding.Refused refused) {
            refused.reasons().forEach(reason -> out.println(name + ": refused, " + reason));
        } else if (finding instanceof SubjectFinding.AsItShouldBe right) {
            out.println(name + ": as it should be, id " + right.id());
        }
    }
}

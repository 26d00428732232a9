package io.journey.local.schemas;

import io.journey.events.topic.SubjectFinding;
import io.journey.local.command.ExitCodes;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code journey schemas plan}: says what there is to do, and does nothing. */
@Command(
        name = "plan",
        description = {
            "Says of each subject whether our schema is to be registered, is there, or is refused and why.",
            "Changes nothing. Our schema must read all that any version of the subject wrote, and the other way round:"
                    + " each version is compared, and the registry is asked as well."
        },
        exitCodeList = {
            "0:there is nothing to do",
            "1:a schema is refused, or the registry does not answer",
            ExitCodes.WRONG_USAGE_LINE,
            ExitCodes.TO_DO_LINE
        })
public final class SchemasPlanCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Scope scope = new Scope();

    @Override
    public Integer call() {
        List<SubjectFinding> findings = scope.survey(scope.client()).findings();
        new FindingText(spec.commandLine().getOut()).print(findings);
        if (findings.stream().anyMatch(SubjectFinding.Refused.class::isInstance)) {
            return ExitCodes.FAILED;
        }
        return findings.stream().allMatch(SubjectFinding.AsItShouldBe.class::isInstance)
                ? ExitCodes.OK
                : ExitCodes.TO_DO;
    }
}

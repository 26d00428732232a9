package io.journey.local.topics;

import io.journey.events.topic.TopicFinding;
import io.journey.events.topic.TopicLayout;
import io.journey.local.command.ExitCodes;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code journey topics plan}: says what there is to do, and does nothing. */
@Command(
        name = "plan",
        description = {
            "Says of each topic whether it is to be created, is as it should be, or differs in what.",
            "Changes nothing. Topics in which the identities of a definition send each other messages are looked at as"
                    + " well: they need as many partitions as the touchpoint topic."
        },
        exitCodeList = {
            "0:there is nothing to do",
            "1:something differs that apply does not change, or the brokers do not answer",
            ExitCodes.WRONG_USAGE_LINE,
            ExitCodes.TO_DO_LINE
        })
public final class TopicsPlanCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Scope scope = new Scope();

    @Override
    public Integer call() throws InterruptedException {
        return Rights.needed(
                scope,
                () -> scope.brokers().ask(admin -> {
                    TopicLayout layout = scope.layout(admin);
                    List<TopicFinding> findings = scope.survey(admin, layout).findings();
                    new FindingText(layout, spec.commandLine().getOut()).print(findings);
                    return exitCode(findings);
                }),
                spec.commandLine().getOut());
    }

    private static int exitCode(List<TopicFinding> findings) {
        if (findings.stream().anyMatch(finding -> !finding.irreconcilable().isEmpty())) {
            return ExitCodes.FAILED;
        }
        return findings.stream().allMatch(TopicFinding.AsItShouldBe.class::isInstance) ? ExitCodes.OK : ExitCodes.TO_DO;
    }
}

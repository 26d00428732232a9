package io.journey.local.topics;

import io.journey.events.topic.TopicChanges;
import io.journey.events.topic.TopicFinding;
import io.journey.events.topic.TopicLayout;
import io.journey.events.topic.TopicSurvey;
import io.journey.local.command.ExitCodes;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.AuthorizationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code journey topics apply}: creates what is missing and sets what can be set without losing anything. */
@Command(
        name = "apply",
        description = {
            "Creates the topics that are missing and sets settings that differ.",
            "Never deletes or shrinks anything and never changes a number of partitions; where that would be needed it"
                    + " changes nothing at all and says why. Where the brokers do not allow it, it prints the commands"
                    + " to ask for."
        },
        exitCodeList = {
            "0:all topics are as they should be",
            "1:something differs that apply does not change, the brokers do not allow it, or do not answer",
            ExitCodes.WRONG_USAGE_LINE
        })
public final class TopicsApplyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Scope scope = new Scope();

    @Override
    public Integer call() throws InterruptedException {
        return Rights.needed(
                scope,
                () -> scope.brokers().ask(this::apply),
                spec.commandLine().getOut());
    }

    private int apply(Admin admin) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        TopicLayout layout = scope.layout(admin);
        TopicSurvey survey = scope.survey(admin, layout);
        List<TopicFinding> findings = survey.findings();
        new FindingText(layout, out).print(findings);
        try {
            new TopicChanges(admin, layout, survey).apply(findings);
        } catch (AuthorizationException refused) {
            new ByHand(scope.brokers().bootstrapServers(), layout).print(findings, out);
            throw refused;
        }
        out.println("all topics are as they should be");
        out.flush();
        return ExitCodes.OK;
    }
}

package io.journey.local.schemas;

import io.journey.events.registry.RegistryClient;
import io.journey.events.topic.SchemaChanges;
import io.journey.events.topic.SubjectFinding;
import io.journey.local.command.ExitCodes;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code journey schemas apply}: registers what is missing and sets the compatibility level. */
@Command(
        name = "apply",
        description = {
            "Registers the schemas that are missing and sets the subjects' level to FULL_TRANSITIVE.",
            "Where one is refused it changes nothing at all and tells every reason. Never deletes anything."
        },
        exitCodeList = {
            "0:all schemas are as they should be",
            "1:a schema is refused, or the registry does not allow it or does not answer",
            ExitCodes.WRONG_USAGE_LINE
        })
public final class SchemasApplyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Scope scope = new Scope();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RegistryClient client = scope.client();
        List<SubjectFinding> findings = scope.survey(client).findings();
        new FindingText(out).print(findings);
        new SchemaChanges(client).apply(findings);
        out.println("all schemas are as they should be");
        out.flush();
        return ExitCodes.OK;
    }
}

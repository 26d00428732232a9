package io.journey.local.schemas;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code journey schemas}. It does nothing itself: its subcommands do. */
@Command(
        name = "schemas",
        description = "Holds the schemas of the catalogue against a registry.",
        subcommands = {SchemasPlanCommand.class, SchemasApplyCommand.class})
public final class SchemasCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about schemas?");
    }
}

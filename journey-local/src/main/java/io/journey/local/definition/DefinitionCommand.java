package io.journey.local.definition;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code journey definition}: what can be done with definition files. */
@Command(
        name = "definition",
        description = "Works on journey definitions, which are YAML files, and on what is published of them.",
        subcommands = {ValidateCommand.class, DiffCommand.class, ActivateCommand.class})
public final class DefinitionCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What to do with definitions?");
    }
}

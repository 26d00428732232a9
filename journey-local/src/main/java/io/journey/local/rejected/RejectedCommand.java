package io.journey.local.rejected;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code journey rejected}. It does nothing itself: its subcommands do. */
@Command(
        name = "rejected",
        description = "Looks at records that are no usable events, and sends them again.",
        subcommands = {RejectedListCommand.class, RejectedShowCommand.class, RejectedReplayCommand.class})
public final class RejectedCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about rejected records?");
    }
}

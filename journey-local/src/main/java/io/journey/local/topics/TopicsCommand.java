package io.journey.local.topics;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code journey topics}. It does nothing itself: its subcommands do. */
@Command(
        name = "topics",
        description = "Holds the catalogue of topics against a cluster.",
        subcommands = {TopicsPlanCommand.class, TopicsApplyCommand.class, TopicsAclsCommand.class})
public final class TopicsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about topics?");
    }
}

package io.journey.local.registry.command;

import io.journey.local.command.ExitCodes;
import io.journey.local.command.Port;
import io.journey.local.command.Signals;
import io.journey.local.house.Brokers;
import io.journey.local.house.OutsideBrokers;
import io.journey.local.registry.EmbeddedRegistry;
import io.journey.local.registry.RegistrySettings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code journey registry}: lends the registry that is inside to a cluster, for trying things out. */
@Command(
        name = "registry",
        description = {
            "Runs the schema registry that is inside, with its schemas on a topic of the given brokers.",
            "For trial use: one node, no password, no encryption. In production bring a registry of your own. It waits"
                    + " for brokers that do not answer yet, and answers until it is ended. docs/embedded.md says what"
                    + " it knows of the protocol."
        },
        exitCodeList = {"0:ended by Ctrl-C or SIGTERM, in order", ExitCodes.FAILED_LINE, ExitCodes.WRONG_USAGE_LINE})
public final class RegistryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private OutsideBrokers outside = new OutsideBrokers();

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8081",
            description = "Port to listen on; 0 for a free one. Default: ${DEFAULT-VALUE}.")
    private Port port = Port.FREE;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; 0.0.0.0 for all of this machine, for example in a container. Default:"
                    + " ${DEFAULT-VALUE}.")
    private String host = "";

    @Option(
            names = "--topic",
            paramLabel = "T",
            defaultValue = RegistrySettings.DEFAULT_TOPIC,
            description = "Topic of the schemas, created when missing; of several registries on one topic the last to"
                    + " start writes. Default: ${DEFAULT-VALUE}.")
    private String topic = "";

    @Override
    public Integer call() throws Exception {
        Brokers brokers = outside.brokers();
        return Signals.service(() -> {
            RegistrySettings settings = RegistrySettings.on(brokers.bootstrapServers())
                    .with(brokers.settings())
                    .in(topic)
                    .onHost(host)
                    .onPort(port.number());
            try (EmbeddedRegistry registry =
                    new PatientStart(brokers, spec.commandLine().getErr()).start(settings)) {
                announce(registry, brokers);
                new CountDownLatch(1).await();
                return ExitCodes.OK;
            }
        });
    }

    private void announce(EmbeddedRegistry registry, Brokers brokers) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("registry  " + registry.uri());
        out.println("schemas   topic " + topic + " on " + brokers.bootstrapServers());
        out.println("One node, for trial use. Ctrl-C ends it.");
        out.flush();
    }
}

package io.journey.local.demo;

import io.journey.core.definition.Definition;
import io.journey.events.topic.JourneyTopic;
import io.journey.local.command.CommandFailure;
import io.journey.local.command.Count;
import io.journey.local.command.ExitCodes;
import io.journey.local.command.Failures;
import io.journey.local.command.Port;
import io.journey.local.command.Signals;
import io.journey.local.house.Cluster;
import io.journey.local.house.DataDirectory;
import io.journey.local.house.DemoAddresses;
import io.journey.local.house.House;
import io.journey.local.house.Topics;
import io.journey.local.simulator.OpenShop;
import io.journey.local.simulator.ShopDefinition;
import io.journey.streams.JourneyApplication;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code journey demo}: broker, registry, streams, sink, page and a simulated shop in one process. */
@Command(
        name = "demo",
        description = {
            "Runs the whole pipeline in one process, with a simulated shop as source.",
            "Broker, registry, streams, sink and page; it prints the page's address, and Ctrl-C ends it."
        },
        exitCodeList = {
            "0:never, for it runs until it is ended",
            ExitCodes.FAILED_LINE,
            ExitCodes.WRONG_USAGE_LINE,
            "130:ended by Ctrl-C, in order; 143 by SIGTERM"
        })
public final class DemoCommand implements Callable<Integer> {

    private static final int GLANCE_SECONDS = 1;
    private static final int FASTEST = 1_000_000;
    private static final String FREE = "Default: a free one.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Keep everything there and go on with it at the next start. Default: a temporary directory,"
                    + " removed at the end.")
    private Optional<Path> dataDir = Optional.empty();

    @Option(names = "--port", paramLabel = "P", defaultValue = "0", description = "Port of the page. " + FREE)
    private Port port = Port.FREE;

    @Option(names = "--broker-port", paramLabel = "P", defaultValue = "0", description = "Port of the broker. " + FREE)
    private Port brokerPort = Port.FREE;

    @Option(
            names = "--registry-port",
            paramLabel = "P",
            defaultValue = "0",
            description = "Port of the schema registry. " + FREE)
    private Port registryPort = Port.FREE;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "20",
            description = "Events per second once the history is sent, as a mean over the day. Default:"
                    + " ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Start of the shop's chance; a data directory keeps the one it was begun with. Default:"
                    + " ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Stream threads. Default: ${DEFAULT-VALUE}.")
    private Count threads = Count.ONE;

    @Override
    public Integer call() throws Exception {
        if (!(rate > 0 && rate <= FASTEST)) {
            throw new ParameterException(
                    spec.commandLine(), "--rate is " + rate + ", expected a number above 0 and up to " + FASTEST);
        }
        return Signals.over(() -> {
            try (DataDirectory directory = DataDirectory.of(dataDir);
                    House house = House.open(directory.path(), brokerPort.number(), registryPort.number())) {
                return run(house.cluster(), directory);
            }
        });
    }

    /** Parts close in the order in which the events flow, so that each finishes with what it was given. */
    private int run(Cluster cluster, DataDirectory directory) throws InterruptedException {
        Definition definition = ShopDefinition.read();
        DemoSettings settings = new DemoSettings(cluster, directory.path(), threads.number(), port.number());
        Topics.provide(cluster, JourneyTopic.DEFAULT_PREFIX, Optional.empty());
        try (DemoSink sink = new DemoSink();
                JourneyApplication application =
                        new JourneyApplication(settings.streams(), List.of(definition), new SimpleMeterRegistry());
                OpenShop shop = shop(cluster, directory)) {
            application.start();
            URI customers = application.queriesAt().orElseThrow();
            sink.start(settings.sink(customers));
            shop.open();
            new DemoAddresses(customers, cluster).write(directory.path());
            announce(sink.pageUri(), customers, cluster, directory);
            while (true) {
                check(application, shop);
                TimeUnit.SECONDS.sleep(GLANCE_SECONDS);
            }
        }
    }

    private OpenShop shop(Cluster cluster, DataDirectory directory) {
        return new OpenShop(
                ShopDefinition.producer(cluster, JourneyTopic.DEFAULT_PREFIX),
                seed,
                rate,
                Optional.of(directory.path().resolve("shop.properties")),
                Clock.systemUTC());
    }

    private void announce(URI page, URI customers, Cluster cluster, DataDirectory directory) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("page      " + page);
        out.println("customers " + customers + "  (journey customer IDENTITY --url " + customers + ")");
        out.println("broker    " + cluster.bootstrapServers() + "  (topics " + JourneyTopic.DEFAULT_PREFIX + ".*)");
        out.println("registry  " + cluster.registry());
        out.println("data      " + directory.path() + (dataDir.isEmpty() ? "  (removed at the end)" : ""));
        out.println("shop      six weeks of history, then live: a day of a journey passes in a minute");
        out.println("Ctrl-C ends the demo.");
        out.flush();
    }

    private static void check(JourneyApplication application, OpenShop shop) {
        shop.failure().ifPresent(failure -> {
            throw new CommandFailure("the simulated shop failed: " + failure.getMessage(), failure);
        });
        Failures.requireProcessing(application);
    }
}

package io.journey.local.simulator;

import io.journey.events.json.TouchpointJson;
import io.journey.local.command.CommandFailure;
import io.journey.local.command.FileReason;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code journey simulate}: prints the events of a simulated shop as JSON lines. */
@Command(
        name = "simulate",
        description = {
            "Prints the events of a simulated shop as JSON lines, ready to be replayed.",
            "Equal options print equal events. docs/simulator.md says who the customers are."
        })
public final class SimulateCommand implements Callable<Integer> {

    private static final double NEWCOMERS = 0.3;
    private static final int LINES_PER_FLUSH = 1000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Different events; duplicates come on top. Default: ${DEFAULT-VALUE}.")
    private long events;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Start of all chance. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--begin",
            paramLabel = "T",
            defaultValue = "2026-01-05T00:00:00Z",
            description = "Instant at which the shop opens. Default: ${DEFAULT-VALUE}.")
    private Instant begin = Instant.EPOCH;

    @Option(
            names = "--days",
            paramLabel = "D",
            defaultValue = "56",
            description = "Days over which the events are spread, roughly. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(
            names = "--duplicates",
            paramLabel = "SHARE",
            defaultValue = "0.02",
            description = "Share of events delivered twice, 0 to 1. Default: ${DEFAULT-VALUE}.")
    private double duplicates;

    @Option(
            names = "--late",
            paramLabel = "SHARE",
            defaultValue = "0.03",
            description = "Share of events delivered late and so out of order, 0 to 1. Default: ${DEFAULT-VALUE}.")
    private double late;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "0",
            description = "Lines per second; 0 for as fast as possible. Default: ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Write what really happened in the shop, as JSON, when all events are printed.")
    private Optional<Path> truth = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Clock clock = Clock.systemUTC();
        Shop shop = new Shop(settings(clock.instant()));
        Instant last = print(shop, new Pacing(clock, rate));
        truth.ifPresent(file -> writeTruth(file, shop.truth(last)));
        return 0;
    }

    private ShopSettings settings(Instant now) {
        if (events < 1 || days < 1 || rate < 0) {
            throw new ParameterException(spec.commandLine(), "--events and --days take numbers from 1, --rate from 0");
        }
        if (begin.plus(Duration.ofDays(days)).isAfter(now)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--begin " + begin + " and --days " + days
                            + " end in the future; events only ever lie in the past");
        }
        double perSecond = (double) events / Duration.ofDays(days).toSeconds();
        try {
            Phase phase = new Phase(begin, perSecond, 1, NEWCOMERS);
            return new ShopSettings(seed, "s" + seed, List.of(phase), duplicates, late, events);
        } catch (IllegalArgumentException unfit) {
            throw new ParameterException(spec.commandLine(), unfit.getMessage(), unfit);
        }
    }

    private Instant print(Shop shop, Pacing pacing) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Instant last = Instant.EPOCH;
        // checkError flushes; it tells that the reader, such as head, has seen enough and closed the pipe.
        for (long line = 0; shop.hasNext() && !(isCheckpoint(line) && out.checkError()); line++) {
            Delivery delivery = shop.next();
            pacing.await(delivery);
            out.println(TouchpointJson.write(delivery.event()));
            Instant occurredAt = delivery.event().getOccurredAt();
            last = occurredAt.isAfter(last) ? occurredAt : last;
        }
        out.flush();
        return last;
    }

    private boolean isCheckpoint(long line) {
        return rate > 0 || line % LINES_PER_FLUSH == 0;
    }

    private static void writeTruth(Path file, GroundTruth truth) {
        try {
            Files.writeString(file, TruthJson.write(truth) + "\n");
        } catch (IOException unwritable) {
            throw new CommandFailure(
                    "--truth " + file + " cannot be written: " + FileReason.of(unwritable), unwritable);
        }
    }
}

package io.journey.local.simulator;

import io.journey.events.json.TouchpointJson;
import io.journey.events.topic.JourneyTopic;
import io.journey.local.command.CommandFailure;
import io.journey.local.command.ExitCodes;
import io.journey.local.command.FileReason;
import io.journey.local.command.Signals;
import io.journey.local.command.TopicPrefix;
import io.journey.local.house.OutsideCluster;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code journey simulate}: prints the events of a simulated shop as JSON lines, or sends them through Kafka. */
@Command(
        name = "simulate",
        description = {
            "Prints the events of a simulated shop as JSON lines, or sends them through Kafka.",
            "Equal options give equal events. With --bootstrap-servers and --registry they go to the touchpoint topic,"
                    + " as from any producer. docs/simulator.md says who the customers are."
        },
        exitCodeList = {
            "0:the work is done; with --live also: ended by Ctrl-C or SIGTERM, in order",
            ExitCodes.FAILED_LINE,
            ExitCodes.WRONG_USAGE_LINE
        })
public final class SimulateCommand implements Callable<Integer> {

    private static final double NEWCOMERS = 0.3;
    private static final int LINES_PER_FLUSH = 1000;
    private static final double LIVE_RATE = 20;
    private static final int FASTEST = 1_000_000;
    private static final List<String> IDLE_WHEN_LIVE =
            List.of("--events", "--begin", "--days", "--duplicates", "--late", "--truth");

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
            description =
                    "Events per second; 0 for as fast as possible, with --live for 20. Default:" + " ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Write what really happened in the shop, as JSON, when all events are printed.")
    private Optional<Path> truth = Optional.empty();

    @ArgGroup(exclusive = false)
    private @Nullable OutsideCluster outside;

    @Option(
            names = "--topic-prefix",
            paramLabel = "P",
            defaultValue = JourneyTopic.DEFAULT_PREFIX,
            description = "Begins the name of the touchpoint topic. Default: ${DEFAULT-VALUE}.")
    private TopicPrefix prefix = TopicPrefix.USUAL;

    @Option(
            names = "--live",
            description = "Keep the shop open until it is ended: six weeks of history, then live, where a day of a"
                    + " journey passes in a minute. Takes --seed and --rate only.")
    private boolean live;

    @Option(
            names = "--diary",
            paramLabel = "FILE",
            description = "With --live: keep there how far the shop has come, and go on with it at the next start."
                    + " Default: every start is another shop, with customers of its own.")
    private Optional<Path> diary = Optional.empty();

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        if (live) {
            return open(clock);
        }
        if (diary.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--diary is for --live");
        }
        ShopSettings settings = settings(clock.instant());
        if (outside != null) {
            return new Sending(
                            outside.cluster(), prefix.text(), spec.commandLine().getOut())
                    .sendAll(new Shop(settings), new Pacing(clock, rate), this::tellTruth);
        }
        Shop shop = new Shop(settings);
        Instant last = print(shop, new Pacing(clock, rate));
        tellTruth(shop.truth(last));
        return ExitCodes.OK;
    }

    private int open(Clock clock) throws Exception {
        List<String> idle = IDLE_WHEN_LIVE.stream()
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .toList();
        if (outside == null || !idle.isEmpty() || !(rate >= 0 && rate <= FASTEST)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--live needs --bootstrap-servers and --registry, takes no " + String.join(", ", IDLE_WHEN_LIVE)
                            + ", and a --rate from 0 to " + FASTEST);
        }
        Sending sending =
                new Sending(outside.cluster(), prefix.text(), spec.commandLine().getOut());
        return Signals.service(() -> sending.keepOpen(seed, rate == 0 ? LIVE_RATE : rate, diary, clock));
    }

    private void tellTruth(GroundTruth happened) {
        truth.ifPresent(file -> writeTruth(file, happened));
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

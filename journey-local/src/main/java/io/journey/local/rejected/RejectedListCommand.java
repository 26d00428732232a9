package io.journey.local.rejected;

import io.journey.local.command.ExitCodes;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code journey rejected list}: how many, when and why. */
@Command(
        name = "list",
        description = {
            "Counts rejected records by time of arrival, journey and reason, with the id of one of each.",
            "Times are UTC. docs/rejected.md explains the reasons."
        })
public final class RejectedListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Source source = new Source();

    @Mixin
    private Selection selection = new Selection();

    @Option(
            names = "--each",
            paramLabel = "UNIT",
            defaultValue = "day",
            description = "Count for each day or each hour. Default: ${DEFAULT-VALUE}.")
    private Each each = Each.DAY;

    @Override
    public Integer call() throws InterruptedException {
        Map<Group, Count> groups = new TreeMap<>(
                Comparator.comparing(Group::begin).thenComparing(Group::journey).thenComparing(Group::reason));
        source.read(
                selection,
                row -> groups.merge(
                        new Group(
                                row.value().getRecordTimestamp().truncatedTo(each.unit),
                                row.key().getJourney(),
                                row.value().getReason()),
                        new Count(1, row.id()),
                        Count::plus));
        PrintWriter out = spec.commandLine().getOut();
        groups.forEach((group, count) -> out.printf(
                Locale.ROOT,
                "%s  %s  %-16s  %8d  for example %s%n",
                group.begin().toString().substring(0, each.shown),
                group.journey(),
                group.reason(),
                count.records(),
                count.example()));
        out.println(groups.values().stream().mapToLong(Count::records).sum() + " rejected records");
        out.flush();
        return ExitCodes.OK;
    }

    /** What is counted together. */
    enum Each {
        DAY(ChronoUnit.DAYS, 10),
        HOUR(ChronoUnit.HOURS, 13);

        private final ChronoUnit unit;
        private final int shown;

        Each(ChronoUnit unit, int shown) {
            this.unit = unit;
            this.shown = shown;
        }
    }

    private record Group(Instant begin, String journey, String reason) {}

    private record Count(long records, RejectedId example) {
        Count plus(Count more) {
            return new Count(records + more.records, example);
        }
    }
}

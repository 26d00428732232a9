package io.journey.local.definition;

import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Definition;
import io.journey.local.command.ExitCodes;
import io.journey.local.house.Brokers;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.avro.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code journey definition diff}: what another version would change. */
@Command(
        name = "diff",
        description = {
            "Compares the results in use with others that were computed beside them.",
            "Prints what the definitions say differently, the numbers of each stage before and after, and how many rows"
                    + " of each topic activate would write. Changes nothing; both applications may run meanwhile."
        },
        exitCodeList = {
            "0:both say the same",
            "1:there are no such results, or the brokers do not answer",
            ExitCodes.WRONG_USAGE_LINE,
            "3:they differ"
        })
public final class DiffCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Sides sides = new Sides();

    @Override
    public Integer call() throws InterruptedException {
        Brokers brokers = sides.cluster().brokers();
        Results inUse = new Results(sides.inUse(), sides.journey());
        Results beside = new Results(sides.beside(), sides.journey());
        inUse.requireTopics(brokers);
        beside.requireTopics(brokers);
        Definition now = beside.requireDefinition();
        PrintWriter out = spec.commandLine().getOut();
        definitions(inUse.definition(), now, out);
        stages(StageNumbers.of(inUse), StageNumbers.of(beside), out);
        boolean differs = topics(inUse, beside, out);
        out.flush();
        return differs ? ExitCodes.TO_DO : ExitCodes.OK;
    }

    private static void definitions(Optional<Definition> before, Definition now, PrintWriter out) {
        out.println("definition");
        for (Schema.Field field : now.getSchema().getFields()) {
            Object is = now.get(field.pos());
            Object was = before.map(row -> row.get(field.pos())).orElse(null);
            if (!String.valueOf(is).equals(String.valueOf(was))) {
                out.println("  " + field.name() + ": " + (was == null ? "nothing" : was) + " -> " + is);
            }
        }
    }

    private static void stages(StageNumbers before, StageNumbers after, PrintWriter out) {
        out.println();
        out.println("journeys: " + arrow(before.journeys(), after.journeys()) + "; converted: "
                + arrow(before.converted(), after.converted()));
        line(out, "stage", "visits", "->", "open now", "->");
        Set<String> all = new LinkedHashSet<>(after.stages().keySet());
        all.addAll(before.stages().keySet());
        for (String stage : all) {
            StageNumbers.Numbers was = before.stages().getOrDefault(stage, StageNumbers.Numbers.NONE);
            StageNumbers.Numbers is = after.stages().getOrDefault(stage, StageNumbers.Numbers.NONE);
            line(out, stage, was.visits(), is.visits(), was.open(), is.open());
        }
    }

    private static String arrow(long before, long after) {
        return String.format(Locale.ROOT, "%,d -> %,d", before, after);
    }

    private static void line(PrintWriter out, String stage, Object... numbers) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-28s", stage));
        for (Object number : numbers) {
            String text = number instanceof Long count ? String.format(Locale.ROOT, "%,d", count) : number.toString();
            line.append(String.format(Locale.ROOT, "%14s", text));
        }
        out.println(line);
    }

    private static boolean topics(Results inUse, Results beside, PrintWriter out) {
        boolean differs = false;
        out.println();
        line(out, "rows of", "added", "changed", "withdrawn", "version only", "same");
        for (var topic : JourneyTopic.PUBLISHED) {
            TopicChange change = TopicChange.between(topic, inUse.rows(topic), beside.rows(topic));
            line(
                    out,
                    topic.noun(),
                    change.added(),
                    change.changed(),
                    change.withdrawn(),
                    change.restamped(),
                    change.same());
            differs |= !change.rows().isEmpty();
        }
        return differs;
    }
}

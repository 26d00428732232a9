package io.journey.local.definition;

import io.journey.local.command.ExitCodes;
import io.journey.local.house.Brokers;
import io.journey.local.house.Cluster;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code journey definition activate}: another version takes over. */
@Command(
        name = "activate",
        description = {
            "Puts results that were computed beside those in use in their place, in one transaction.",
            "Rows that only the old results had are withdrawn. Both applications must have ended before, and the new one"
                    + " must have read all that the old one had; then start it without journey.results.prefix, and it"
                    + " goes on where it is. Rows of one topic at a time are held in memory, those to be written of"
                    + " all topics, and the transaction must end within 15 minutes."
        },
        exitCodeList = {
            "0:the new results are published",
            "1:an application still runs or has not read enough, or the brokers do not answer; nothing is changed",
            ExitCodes.WRONG_USAGE_LINE
        })
public final class ActivateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Sides sides = new Sides();

    @Override
    public Integer call() throws InterruptedException {
        Cluster cluster = sides.cluster();
        Brokers brokers = cluster.brokers();
        new Results(sides.inUse(), sides.journey()).requireTopics(brokers);
        new Results(sides.beside(), sides.journey()).requireTopics(brokers);
        return brokers.ask(admin -> {
            Activation activation =
                    new Activation(cluster.clients(), admin, sides.inUse(), sides.beside(), sides.journey());
            print(activation.run(), spec.commandLine().getOut());
            return ExitCodes.OK;
        });
    }

    /** What was written. */
    public static void print(List<TopicChange> changes, PrintWriter out) {
        for (TopicChange change : changes) {
            if (!change.rows().isEmpty()) {
                out.println(change.topic().noun() + ": " + (change.rows().size() - change.withdrawn())
                        + " rows written, " + change.withdrawn() + " withdrawn");
            }
        }
        out.println("switched. Start journey-streams with the new definition and without journey.results.prefix");
        out.flush();
    }
}

package io.journey.local.customer;

import io.journey.events.topic.JourneyTopic;
import io.journey.local.command.CommandFailure;
import io.journey.local.command.ExitCodes;
import io.journey.local.house.Cluster;
import io.journey.local.house.DemoAddresses;
import io.journey.local.house.OutsideCluster;
import io.journey.streams.query.Customer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code journey erase}: removes one customer's events as if they had never been. */
@Command(
        name = "erase",
        description = {
            "Erases one customer: events, history, claims, journeys, and what they counted for.",
            "Shows the addresses and intervals that belong to the customer, asks, sends an erasure for each and waits"
                    + " until they are done. docs/customers.md says what is left."
        },
        exitCodeList = {
            "0:all of it is erased, or with --no-wait: is going to be",
            "1:nothing is known of the customer, the answer was no, or it could not be done",
            ExitCodes.WRONG_USAGE_LINE
        })
public final class EraseCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST_ROUNDS = 1_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "IDENTITY", description = "namespace:value, for example customer:42.")
    private String identity = "";

    @Mixin
    private Endpoint endpoint = new Endpoint();

    @ArgGroup(exclusive = false)
    private @Nullable OutsideCluster outside;

    @Option(
            names = "--topic-prefix",
            paramLabel = "P",
            defaultValue = JourneyTopic.DEFAULT_PREFIX,
            description = "Begins the name of the touchpoint topic. Default: ${DEFAULT-VALUE}.")
    private String prefix = "";

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--no-wait", description = "Do not wait until the application has done it.")
    private boolean noWait;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Cluster cluster = cluster();
        Inquiry inquiry = endpoint.inquiry();
        // The instructions say instants in milliseconds.
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        Customer customer = inquiry.get(identity);
        if (left(customer, now) == 0) {
            throw new CommandFailure("nothing of " + customer.identity() + " itself is kept"
                    + (customer.currentOwner() == null
                            ? "; it is erased already, or its events are yet to come"
                            : "; it belongs to " + customer.currentOwner().identity() + ": erase that customer"));
        }
        List<Target> targets = Target.of(customer, now);
        show(customer, targets);
        if (!yes && !confirmed()) {
            throw new CommandFailure("nothing was erased");
        }
        if (customer.cut() && noWait) {
            throw new CommandFailure(
                    "this customer is erased in several rounds, for there is too much for one: leave out --no-wait");
        }
        erase(customer, targets, new Eraser(cluster, prefix, inquiry, now, PATIENCE), now);
        return ExitCodes.OK;
    }

    private Cluster cluster() {
        if (!endpoint.isNamed()) {
            throw new ParameterException(spec.commandLine(), "--url or --data-dir is needed: whom to ask");
        }
        if (outside != null) {
            return outside.cluster();
        }
        return endpoint.demo()
                .map(DemoAddresses::cluster)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--bootstrap-servers and --registry are needed with --url: erasures are events"));
    }

    /** Of a customer too large for one answer what others recorded goes first, while it can still be found here. */
    private void erase(Customer customer, List<Target> first, Eraser eraser, Instant now) throws InterruptedException {
        List<Target> done = new ArrayList<>();
        Customer rest = customer;
        List<Target> targets = first;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Customer current = rest;
            List<Target> others =
                    targets.stream().filter(target -> !target.isOf(current)).toList();
            List<Target> next = current.cut() && !others.isEmpty() ? others : targets;
            eraser.send(next);
            done.addAll(next);
            if (noWait) {
                receipt(customer, done, now);
                return;
            }
            rest = eraser.await(customer.identity(), next);
            if (left(rest, now) == 0) {
                receipt(customer, done, now);
                return;
            }
            targets = Target.of(rest, now);
        }
        throw new CommandFailure("after " + MOST_ROUNDS + " rounds there is still something left of "
                + customer.identity() + ": run this again");
    }

    private static long left(Customer customer, Instant now) {
        return customer.touches().stream()
                .filter(touch -> touch.at().isBefore(now))
                .count();
    }

    private void show(Customer customer, List<Target> targets) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(customer.identity() + " in journey " + customer.journey() + ": " + customer.touchesInAll()
                + " touches, " + customer.journeys().size() + " journeys. To be erased, events of");
        targets.forEach(target -> out.println(line(target)));
        if (customer.cut()) {
            out.println("  and more, found in further rounds");
        }
        Customer.Owner owner = customer.currentOwner();
        if (owner != null) {
            out.println("It belongs to " + owner.identity() + " since " + Times.of(owner.from())
                    + "; what went on to that customer is not erased.");
        }
        out.flush();
    }

    private static String line(Target target) {
        return "  " + target.address() + "  " + Times.span(target.from(), target.to());
    }

    private boolean confirmed() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.print("Erase them for good? [y/N] ");
        out.flush();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        String answer = in.readLine();
        return answer != null
                && (answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes"));
    }

    private void receipt(Customer customer, List<Target> done, Instant now) {
        PrintWriter out = spec.commandLine().getOut();
        out.println((noWait ? "Sent at " : "Erased, as of ") + now + ": " + customer.identity() + ", "
                + customer.touchesInAll() + " touches, by " + done.size() + " erasures:");
        done.forEach(target -> out.println(line(target)));
        out.println("Receipts are in topic " + JourneyTopic.ERASURES.named(prefix)
                + ". Events of these times that come later are rejected as ERASED."
                + " The records in topic " + JourneyTopic.TOUCHPOINTS.named(prefix) + " are for its owner to remove.");
        out.flush();
    }
}

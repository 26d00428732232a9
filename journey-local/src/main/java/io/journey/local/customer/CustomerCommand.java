package io.journey.local.customer;

import io.journey.local.command.ExitCodes;
import io.journey.streams.query.Customer;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code journey customer}: what is known of one customer, as text. */
@Command(
        name = "customer",
        description = {
            "Shows one customer: identities and why, touches, journeys, and where it stands now.",
            "Asks a running application, which asks its other instances. An identity that belongs to somebody else now is"
                    + " shown with its owners, and so is the customer that it belongs to."
        },
        exitCodeList = {
            "0:the customer is shown",
            "1:nothing is known of it, or the application does not answer",
            ExitCodes.WRONG_USAGE_LINE
        })
public final class CustomerCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "IDENTITY", description = "namespace:value, for example customer:42 or cookie:7f3a.")
    private String identity = "";

    @Mixin
    private Endpoint endpoint = new Endpoint();

    @Option(names = "--no-follow", description = "Show only the identity itself, not the customer it belongs to.")
    private boolean noFollow;

    @Override
    public Integer call() throws InterruptedException {
        if (!endpoint.isNamed()) {
            throw new ParameterException(spec.commandLine(), "--url or --data-dir is needed: whom to ask");
        }
        Inquiry inquiry = endpoint.inquiry();
        PrintWriter out = spec.commandLine().getOut();
        CustomerText text = new CustomerText(out);
        Customer customer = inquiry.get(identity);
        text.print(customer);
        Set<String> shown = new HashSet<>();
        Customer.Owner owner = customer.currentOwner();
        while (!noFollow && owner != null && shown.add(owner.identity())) {
            out.println();
            customer = inquiry.get(owner.identity());
            text.print(customer);
            owner = customer.currentOwner();
        }
        out.flush();
        return ExitCodes.OK;
    }
}

package io.journey.local.topics;

import io.journey.local.access.AclCommands;
import io.journey.local.access.Installation;
import io.journey.local.access.Role;
import io.journey.local.command.CommandFailure;
import java.io.PrintWriter;
import java.util.List;
import org.apache.kafka.common.errors.AuthorizationException;

/** Work for which the brokers may lack the will: then says which rights to ask for. */
final class Rights {

    private Rights() {}

    /** What is done with rights. */
    @FunctionalInterface
    interface Work {
        int run() throws InterruptedException;
    }

    /**
     * Does the work.
     *
     * @throws CommandFailure when the brokers do not allow it, after the rights to ask for are printed
     */
    static int needed(Scope scope, Work work, PrintWriter out) throws InterruptedException {
        try {
            return work.run();
        } catch (AuthorizationException refused) {
            String brokers = scope.brokers().bootstrapServers();
            Installation names =
                    new Installation(scope.names().topics(), scope.names().applications(), List.of());
            out.println("# The rights that journey topics plan and apply need, for the principal in --client-config:");
            new AclCommands(brokers)
                    .lines(Role.PROVISIONING, names, Role.PROVISIONING.usualPrincipal())
                    .forEach(out::println);
            out.flush();
            throw new CommandFailure(
                    "the brokers at " + brokers + " do not allow this: " + refused.getMessage()
                            + "; whoever owns the cluster must grant the rights printed above, or do what is to do",
                    refused);
        }
    }
}

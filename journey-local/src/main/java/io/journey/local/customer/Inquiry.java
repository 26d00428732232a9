package io.journey.local.customer;

import io.journey.local.command.CommandFailure;
import io.journey.streams.query.Answer;
import io.journey.streams.query.Customer;
import io.journey.streams.query.QueryClient;
import io.journey.streams.query.Question;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks one application about customers, and again while it cannot tell. */
final class Inquiry {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long GLANCE_MS = 250;

    private final QueryClient client;
    private final URI address;
    private final String journey;

    Inquiry(QueryClient client, URI address, String journey) {
        this.client = client;
        this.address = address;
        this.journey = journey;
    }

    String journey() {
        return journey;
    }

    /** Empty when nothing is known of the identity. */
    Optional<Customer> find(String identity) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer answer = client.ask(address, new Question(journey, identity, Question.Part.ALL));
            if (answer instanceof Answer.Found found) {
                return Optional.of(found.customer());
            }
            if (answer instanceof Answer.Unknown) {
                return Optional.empty();
            }
            if (answer instanceof Answer.Refused refused) {
                throw new CommandFailure(refused.reason()
                        + (refused.status() == 401 ? ": give the application's token with --token-file" : ""));
            }
            if (answer instanceof Answer.NotNow notNow && System.nanoTime() > end) {
                throw new CommandFailure(notNow.reason() + ": the application at " + address + " could not tell for "
                        + PATIENCE.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MS);
        }
    }

    Customer get(String identity) throws InterruptedException {
        return find(identity)
                .orElseThrow(() -> new CommandFailure("nothing is known of " + identity + " in journey " + journey
                        + ": check its spelling, or choose another journey with --journey"));
    }
}

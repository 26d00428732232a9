package io.journey.local.customer;

import io.journey.events.identity.Identities;
import io.journey.events.identity.IdentityHash;
import io.journey.events.producer.TouchpointProducer;
import io.journey.events.topic.JourneyTopic;
import io.journey.local.command.CommandFailure;
import io.journey.local.house.Cluster;
import io.journey.streams.query.Customer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;

/** Sends erasures into the touchpoint topic and sees them done. */
final class Eraser {

    private static final long GLANCE_MS = 200;

    private final Cluster cluster;
    private final String topic;
    private final Inquiry inquiry;
    private final Instant now;
    private final Duration patience;

    /**
     * @param now before which is erased
     * @param patience how long to wait for the application
     */
    Eraser(Cluster cluster, String prefix, Inquiry inquiry, Instant now, Duration patience) {
        this.cluster = cluster;
        this.topic = JourneyTopic.TOUCHPOINTS.named(prefix);
        this.inquiry = inquiry;
        this.now = now;
        this.patience = patience;
    }

    /** Returns when the instructions are stored in Kafka. */
    void send(List<Target> targets) {
        List<String> namespaces = targets.stream()
                .map(target -> target.address().substring(0, target.address().indexOf(':')))
                .distinct()
                .toList();
        // The application told the addresses in the form in which they are kept, and each event has one only.
        Identities asTold = new Identities(namespaces, Map.of(), IdentityHash.NONE);
        try (TouchpointProducer producer = new TouchpointProducer(topic, asTold, cluster.clients())) {
            targets.forEach(target -> producer.send(Instruction.erase(target, now)));
            producer.flush();
        } catch (KafkaException unstored) {
            throw new CommandFailure(
                    "the erasure was not stored at " + cluster.bootstrapServers() + ": " + unstored.getMessage()
                            + "; nothing is lost by running this again",
                    unstored);
        }
    }

    /**
     * Returns when every one of them has been done, and the customer has nothing of what they cover: what is withdrawn at
     * its address is under way to the customer for a moment.
     *
     * @return what is left of the customer
     */
    Customer await(String identity, List<Target> targets) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (Target target : targets) {
            while (!isDone(target)) {
                glance(end);
            }
        }
        Customer left = inquiry.get(identity);
        while (isAnyCovered(left, targets)) {
            glance(end);
            left = inquiry.get(identity);
        }
        return left;
    }

    private static boolean isAnyCovered(Customer customer, List<Target> targets) {
        return customer.touches().stream().anyMatch(touch -> targets.stream().anyMatch(target -> target.covers(touch)));
    }

    private void glance(long end) throws InterruptedException {
        if (System.nanoTime() > end) {
            throw new CommandFailure("the erasure is stored, but the application has not done it within "
                    + patience.toSeconds() + " s: see that it runs and reads topic " + topic
                    + "; running this again shows what is left");
        }
        TimeUnit.MILLISECONDS.sleep(GLANCE_MS);
    }

    private boolean isDone(Target target) throws InterruptedException {
        Optional<Customer> state = inquiry.find(target.address());
        return state.isPresent() && target.isErasedIn(state.get());
    }
}

package io.journey.local.simulator;

import io.journey.events.producer.TouchpointProducer;
import io.journey.events.topic.JourneyTopic;
import io.journey.local.command.CommandFailure;
import io.journey.local.command.ExitCodes;
import io.journey.local.house.Cluster;
import io.journey.local.house.Topics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/** The simulated shop as a producer of a cluster: its events go to the touchpoint topic, which must be there. */
final class Sending {

    private static final int GLANCE_SECONDS = 1;

    private final Cluster cluster;
    private final String prefix;
    private final String topic;
    private final PrintWriter out;

    Sending(Cluster cluster, String prefix, PrintWriter out) {
        this.cluster = cluster;
        this.prefix = prefix;
        this.topic = JourneyTopic.TOUCHPOINTS.named(prefix);
        this.out = out;
    }

    /** Sends what the shop yields until it closes, and then tells what really happened. */
    int sendAll(Shop shop, Pacing pacing, Consumer<GroundTruth> truth) throws InterruptedException {
        requireTopic();
        Instant last = Instant.EPOCH;
        long sent = 0;
        try (TouchpointProducer producer = ShopDefinition.producer(cluster, prefix)) {
            while (shop.hasNext()) {
                Delivery delivery = shop.next();
                pacing.await(delivery);
                producer.send(delivery.event());
                sent++;
                Instant occurredAt = delivery.event().getOccurredAt();
                last = occurredAt.isAfter(last) ? occurredAt : last;
            }
            producer.flush();
        } catch (KafkaException unstored) {
            throw unstored(unstored);
        }
        out.println(sent + " events sent to topic " + topic);
        out.flush();
        truth.accept(shop.truth(last));
        return ExitCodes.OK;
    }

    /** Sends until the thread is interrupted. */
    int keepOpen(long seed, double perSecond, Optional<Path> diary, Clock clock) throws InterruptedException {
        requireTopic();
        try (OpenShop shop = new OpenShop(ShopDefinition.producer(cluster, prefix), seed, perSecond, diary, clock)) {
            shop.open();
            out.println("shop      six weeks of history, then live: a day of a journey passes in a minute");
            out.println("events    topic " + topic + " on " + cluster.bootstrapServers());
            out.println("Ctrl-C closes it.");
            out.flush();
            while (true) {
                shop.failure().ifPresent(failure -> {
                    throw unstored(failure);
                });
                TimeUnit.SECONDS.sleep(GLANCE_SECONDS);
            }
        }
    }

    /** A producer would wait for the topic for a minute, and then not say who makes it. */
    private void requireTopic() throws InterruptedException {
        boolean exists =
                cluster.brokers().ask(admin -> Topics.existing(admin, prefix).isPresent());
        if (!exists) {
            throw new CommandFailure("topic " + topic + " does not exist at " + cluster.bootstrapServers()
                    + ": create it with journey topics apply, or correct --topic-prefix");
        }
    }

    private CommandFailure unstored(RuntimeException failure) {
        return new CommandFailure(
                "the shop's events were not stored at " + cluster.bootstrapServers() + ": " + failure.getMessage()
                        + "; once the cause is cured, send them again",
                failure);
    }
}

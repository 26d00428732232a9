package io.journey.local.house;

import io.journey.local.command.CommandFailure;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Brokers, and how clients reach them; what is done with them needs no registry.
 *
 * @param bootstrapServers host:port, joined by commas
 * @param settings further settings of all clients, Kafka's names
 */
public record Brokers(String bootstrapServers, Map<String, String> settings) {

    private static final int PATIENCE_MS = 20_000;

    public Brokers {
        settings = Map.copyOf(settings);
    }

    /**
     * Brokers that somebody else runs.
     *
     * @param clientConfig file of further settings of all clients, as properties
     */
    public static Brokers given(String bootstrapServers, Optional<Path> clientConfig) {
        return new Brokers(
                bootstrapServers, clientConfig.map(ClientConfigFile::read).orElse(Map.of()));
    }

    /** Everything a client needs. */
    public Map<String, String> clients() {
        Map<String, String> clients = new HashMap<>(settings);
        clients.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return clients;
    }

    /**
     * A client for questions and orders; the caller closes it.
     *
     * @throws CommandFailure when the settings make no client
     */
    public Admin admin() {
        try {
            return Admin.create(Map.copyOf(clients()));
        } catch (KafkaException unusable) {
            Throwable reason = unusable.getCause() == null ? unusable : unusable.getCause();
            throw new CommandFailure(
                    "brokers " + bootstrapServers + ": " + reason.getMessage()
                            + "; correct --bootstrap-servers or --client-config",
                    unusable);
        }
    }

    /**
     * Returns once the brokers have answered. Kafka itself would try for a minute, in silence, before it said that nobody
     * is there.
     *
     * @throws CommandFailure when they do not answer within 20 s
     */
    public void reach(Admin admin) throws InterruptedException {
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MS))
                    .nodes()
                    .get();
        } catch (ExecutionException failure) {
            throw unreachable(failure.getCause() == null ? failure : failure.getCause());
        }
    }

    /** That they do not answer, in words that say who must act. */
    public CommandFailure unreachable(Throwable cause) {
        return new CommandFailure(
                "the brokers at " + bootstrapServers + " do not answer (" + cause.getMessage()
                        + "): start them, name others with --bootstrap-servers, or correct --client-config",
                cause);
    }

    /** Does what needs the brokers, and says so when they stop to answer meanwhile. */
    public <T> T ask(Question<T> question) throws InterruptedException {
        try (Admin admin = admin()) {
            reach(admin);
            return question.put(admin);
        } catch (RetriableException unanswered) {
            throw unreachable(unanswered);
        }
    }

    /** What is asked of the brokers. */
    @FunctionalInterface
    public interface Question<T> {
        T put(Admin admin) throws InterruptedException;
    }
}

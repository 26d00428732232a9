package io.journey.local.definition;

import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Definition;
import io.journey.local.command.CommandFailure;
import io.journey.streams.table.PublishedTopics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/**
 * Puts results that were computed beside others in their place: in one transaction, so that a reader of committed records
 * sees the ones or the others and never a mixture. What only the old results had is withdrawn.
 */
public final class Activation {

    /** As long as brokers allow where nobody says otherwise. */
    private static final int TIMEOUT_MS = 900_000;

    private final Results inUse;
    private final Results beside;
    private final Applications applications;

    /**
     * @param clients settings of clients, Kafka's names
     * @param inUse where the results are to be published
     * @param beside where they were computed
     */
    public Activation(
            Map<String, ?> clients, Admin admin, PublishedTopics inUse, PublishedTopics beside, String journey) {
        this.inUse = new Results(inUse, journey);
        this.beside = new Results(beside, journey);
        this.applications = new Applications(clients, admin, inUse.names().name(JourneyTopic.TOUCHPOINTS));
    }

    /** Application whose results are in use; empty when there are none. */
    public Optional<String> publisher() {
        return inUse.definition().map(this::application);
    }

    /** How many inputs the application in use has processed and the one beside has not. */
    public long missing() {
        return publisher()
                .map(old -> applications.missing(application(beside.requireDefinition()), old))
                .orElse(0L);
    }

    /** Whether the application runs whose results are in use. */
    public boolean isPublisherRunning() {
        return publisher().filter(applications::isRunning).isPresent();
    }

    private String application(Definition row) {
        String application = row.getApplication();
        if (application == null) {
            throw new CommandFailure("the published definition " + inUse.journey()
                    + " does not say which application computes it, because an earlier release wrote it: start"
                    + " journey-streams once with this release");
        }
        return application;
    }

    /**
     * Switches, if both applications have ended and the one beside has read as much as the other.
     *
     * @return what was written, topic by topic
     * @throws CommandFailure that says who must do what before; nothing is written then
     */
    public List<TopicChange> run() {
        String successor = application(beside.requireDefinition());
        Optional<String> old = publisher();
        if (old.equals(Optional.of(successor))) {
            throw new CommandFailure("the results under "
                    + inUse.topics().names().resultsPrefix() + " are those of " + successor + " already");
        }
        List<String> running = new ArrayList<>();
        old.filter(applications::isRunning).ifPresent(running::add);
        if (applications.isRunning(successor)) {
            running.add(successor);
        }
        if (!running.isEmpty()) {
            throw new CommandFailure(String.join(" and ", running)
                    + " still running: stop every journey-streams that computes " + inUse.journey()
                    + ", wait until the brokers have noticed (10 s after a kill), and try again");
        }
        long missing = missing();
        if (missing > 0) {
            throw new CommandFailure(successor + " has not read " + missing + " records that " + old.orElse("")
                    + " has: start it again with journey.results.prefix="
                    + beside.topics().names().resultsPrefix() + " until it has caught up");
        }
        List<TopicChange> changes = JourneyTopic.PUBLISHED.stream()
                .map(topic -> TopicChange.between(topic, inUse.rows(topic), beside.rows(topic)))
                .toList();
        inUse.topics()
                .writeAtOnce(
                        successor + "-activate",
                        TIMEOUT_MS,
                        rows -> changes.forEach(change -> change.rows().forEach(row -> rows.put(change.topic(), row))));
        return changes;
    }
}

package io.journey.local.chaos;

import io.journey.local.ChildProcess;
import io.journey.local.broker.NodeMain;
import io.journey.local.identity.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;

/** A cluster of three, each a process, in which everything is replicated. */
final class Brokers implements AutoCloseable {

    static final int COUNT = 3;
    /** One each for clients, for controllers, and for every link. */
    private static final int PORTS_EACH = 2 + Instances.MOST;

    static final int PORTS = COUNT * PORTS_EACH;

    private final Path folder;
    private final List<Integer> ports;
    private final List<String> cluster = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<ChildProcess> nodes = new ArrayList<>();
    private final String bootstrapServers;
    private int started;

    private Brokers(Path folder, List<Integer> ports) {
        this.folder = folder;
        this.ports = ports;
        List<String> addresses = new ArrayList<>();
        cluster.add(Uuid.randomUuid().toString());
        for (int i = 0; i < COUNT; i++) {
            addresses.add("127.0.0.1:" + port(i, 0));
            cluster.addAll(List.of(String.valueOf(port(i, 0)), String.valueOf(port(i, 1))));
        }
        this.bootstrapServers = String.join(",", addresses);
    }

    private int port(int broker, int number) {
        return ports.get(broker * PORTS_EACH + number);
    }

    /** Returns when clients can use them. */
    static Brokers start(Path folder, List<Integer> ports)
            throws IOException, InterruptedException, ExecutionException {
        Brokers brokers = new Brokers(folder, ports);
        try {
            brokers.openLinks();
            for (int i = 0; i < COUNT; i++) {
                brokers.nodes.add(brokers.node(i));
            }
            Patience.until("three brokers", () -> brokers.nodes.stream().allMatch(Brokers::isReady));
            brokers.createSchemaTopic();
            return brokers;
        } catch (IOException | InterruptedException | ExecutionException | RuntimeException | Error failure) {
            brokers.close();
            throw failure;
        }
    }

    private static boolean isReady(ChildProcess node) {
        if (!node.isAlive()) {
            throw new AssertionError("a broker ended while it started: " + node.said());
        }
        return node.hasSaid(NodeMain.READY);
    }

    /** Each ends at a listener of its own, which tells its clients to stay on the link. */
    private void openLinks() throws IOException {
        for (int i = 0; i < Instances.MOST; i++) {
            int listener = 2 + i;
            links.add(Link.to(IntStream.range(0, COUNT)
                    .mapToObj(broker -> port(broker, listener))
                    .toList()));
        }
    }

    private ChildProcess node(int index) throws IOException {
        String name = "node" + index;
        List<String> arguments = new ArrayList<>(
                List.of(String.valueOf(index + 1), folder.resolve(name).toString()));
        arguments.add(IntStream.range(0, links.size())
                .mapToObj(link -> port(index, 2 + link) + ":" + links.get(link).port(index))
                .collect(Collectors.joining(",")));
        arguments.addAll(cluster);
        return ChildProcess.start(NodeMain.class, folder.resolve(name + "-" + started++ + ".txt"), arguments);
    }

    /** The embedded registry is for one broker and does not replicate; a topic that is there it takes as it is. */
    private void createSchemaTopic() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.createTopics(Set.of(
                            new NewTopic("_schemas", 1, (short) COUNT).configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Ways to the brokers that can be cut, one for every instance that there can be. */
    List<Link> links() {
        return links;
    }

    /** Kills one, if all are there and everything is replicated: two at once is more than three can bear. */
    boolean kill(int index) {
        if (!nodes.stream().allMatch(ChildProcess::isAlive) || !isReplicated()) {
            return false;
        }
        nodes.get(index).kill();
        return true;
    }

    void startAgain(int index) throws IOException {
        nodes.set(index, node(index));
    }

    private boolean isReplicated() {
        try (Admin admin = admin()) {
            Map<String, TopicDescription> topics = admin.describeTopics(
                            admin.listTopics(new ListTopicsOptions().listInternal(true))
                                    .names()
                                    .get())
                    .allTopicNames()
                    .get();
            return topics.values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .map(TopicPartitionInfo::isr)
                    .allMatch(inSync -> inSync.size() == COUNT);
        } catch (ExecutionException busy) {
            return false;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(ChildProcess::close);
        for (Link link : links) {
            link.close();
        }
    }
}

package io.journey.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The broker, and whoever comes on beside it: each in a process of its own, over topics of its own. */
final class Stage {

    private final Child servers;
    private final Preload preload;
    private final Path definition;
    private final Map<String, String> settings;
    private final List<String> options;
    private final String bootstrapServers;
    private final String registry;
    private final Map<String, Surroundings> played = new LinkedHashMap<>();
    private int shown;

    /**
     * @param settings of the application, beside its own
     * @param options of the JVM of whoever comes on
     */
    Stage(Child servers, Preload preload, Path definition, Map<String, String> settings, List<String> options)
            throws IOException {
        this.servers = servers;
        this.preload = preload;
        this.definition = definition;
        this.settings = settings;
        this.options = options;
        String[] addresses = servers.await(ServersMain.READY).split(" ", -1);
        this.bootstrapServers = addresses[0];
        this.registry = addresses[1];
    }

    /** Runs over the events, which are there before it starts. */
    <T> T run(Class<?> main, Case each, int round, Class<T> result) throws IOException, InterruptedException {
        Surroundings surroundings = surroundings();
        preload.into(surroundings, each.events());
        Given given = new Given(each.workload(), round, each.events().size(), surroundings, definition, settings);
        played.put(each.workload(), surroundings);
        boolean isPeer = each.workload().equals(Bench.PEER);
        try (Child child =
                isPeer ? Peer.start(options, given.arguments()) : Child.start(main, options, given.arguments())) {
            return new ObjectMapper().readValue(child.await(RunMain.RESULT), result);
        }
    }

    /** Holds the peer's answer against ours, and deletes what the runs since the last time have left. */
    void clear() throws InterruptedException {
        Surroundings peer = played.get(Bench.PEER);
        Surroundings ours = played.get(Bench.REPLAY);
        if (peer != null && ours != null) {
            Answers.requireSame(ours, peer);
        }
        for (Surroundings surroundings : played.values()) {
            preload.delete(surroundings);
        }
        played.clear();
    }

    /** Runs live, with events of now. */
    Latency latency(GeneratedEvents shape, double eventsPerSecond) throws IOException, InterruptedException {
        Surroundings surroundings = surroundings();
        preload.createTopics(surroundings);
        Given given = new Given(Bench.REPLAY, 1, 0, surroundings, definition, settings);
        try (Child child = Child.start(LiveMain.class, options, given.arguments())) {
            child.await(LiveMain.READY);
            return new LatencyRun(surroundings, shape).at(eventsPerSecond);
        }
    }

    private Surroundings surroundings() {
        // No name begins another: topics are told apart by how they begin.
        return new Surroundings(bootstrapServers, registry, "run%03d".formatted(shown++), servers.pid());
    }
}

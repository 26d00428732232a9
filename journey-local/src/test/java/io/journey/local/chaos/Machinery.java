package io.journey.local.chaos;

import io.journey.events.registry.RegistryConfig;
import io.journey.local.ChildProcess;
import io.journey.local.FreePorts;
import io.journey.local.house.Cluster;
import io.journey.local.identity.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Three brokers, a registry, some instances, a sink and its database, each a process, and what can befall them. */
final class Machinery implements AutoCloseable {

    private final Path folder;
    private final Diary diary = new Diary();
    private final Recoveries recoveries = new Recoveries();
    private final Postgres database;
    private final Brokers brokers;
    private final Instances instances;
    private final Tables tables;
    private final int registryPort;
    private final List<ChildProcess> registries = new ArrayList<>();
    private boolean registryIsAway = true;

    /**
     * Starts the database and the brokers.
     *
     * @param ofTheCase what every instance is told of the case that it works on
     */
    Machinery(Path folder, String prefix, List<String> ofTheCase)
            throws IOException, InterruptedException, ExecutionException {
        this.folder = folder;
        List<Integer> ports = FreePorts.next(Brokers.PORTS + 2);
        this.registryPort = ports.get(Brokers.PORTS);
        // Before the brokers: it ends with this process, whatever happens here.
        this.database = new Postgres(folder.resolve("postgres"), ports.get(Brokers.PORTS + 1));
        this.brokers = Brokers.start(folder, ports.subList(0, Brokers.PORTS));
        this.instances = new Instances(folder, brokers.links(), recoveries, diary, arguments(prefix, ofTheCase));
        this.tables = new Tables(folder, database, recoveries, diary, cluster(), prefix);
    }

    private List<String> arguments(String prefix, List<String> ofTheCase) {
        List<String> arguments = new ArrayList<>();
        arguments.add(prefix);
        arguments.addAll(ofTheCase);
        // What a killed one held is given to others after this time.
        arguments.addAll(List.of("consumer.session.timeout.ms=10000", "consumer.heartbeat.interval.ms=1000"));
        String others = System.getProperty("chaos.settings", "");
        if (!others.isEmpty()) {
            arguments.addAll(List.of(others.split(",", -1)));
        }
        cluster().clients().forEach((setting, value) -> {
            if (!setting.equals("delivery.timeout.ms")) {
                arguments.add(setting + "=" + value);
            }
        });
        return arguments;
    }

    Cluster cluster() {
        // The producer of the events outlives every outage; what it has given up would be missing.
        return new Cluster(
                brokers.bootstrapServers(),
                URI.create("http://127.0.0.1:" + registryPort),
                Map.of(RegistryConfig.AUTO_REGISTER, "true", "delivery.timeout.ms", "900000"));
    }

    /** Starts the registry and the sink. */
    void start() throws IOException, InterruptedException {
        startRegistry();
        Patience.until("a registry", () -> registry().hasSaid(RegistryMain.READY));
        tables.startSink();
    }

    private void startRegistry() throws IOException {
        registryIsAway = false;
        Path said = folder.resolve("registry-" + registries.size() + ".txt");
        registries.add(ChildProcess.start(
                RegistryMain.class, said, List.of(brokers.bootstrapServers(), String.valueOf(registryPort))));
    }

    private ChildProcess registry() {
        return registries.get(registries.size() - 1);
    }

    /** Returns when they have taken up their work. */
    void startInstances(int count, Duration patience) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            instances.add();
        }
        Patience.until("running instances", patience, instances::areRunning);
    }

    /** Does what the plan says, if there is somebody to do it to. */
    void inject(Plan.Event event, long now) throws IOException, InterruptedException {
        long back = now + event.outage().toMillis();
        String victim = "";
        boolean done = switch (event.fault()) {
            case ADD_INSTANCE -> instances.add();
            case KILL_BROKER -> killBroker(event.lot() % Brokers.COUNT, back);
            case KILL_REGISTRY -> killRegistry(back);
            case KILL_SINK -> tables.killSink(back);
            case KILL_DATABASE -> tables.killDatabase(back);
            case KILL_INSTANCE, LOSE_INSTANCE, PAUSE_INSTANCE, CUT_INSTANCE, STALL_INSTANCE, REMOVE_INSTANCE -> {
                List<String> up = instances.up();
                victim = up.isEmpty() ? "" : event.victim(up);
                yield !up.isEmpty() && instances.befall(victim, event.fault(), back);
            }
        };
        if (done) {
            diary.injected(now, event, victim);
        }
    }

    private boolean killBroker(int index, long back) {
        boolean killed = brokers.kill(index);
        if (killed) {
            recoveries.add(back, () -> brokers.startAgain(index));
        }
        return killed;
    }

    private boolean killRegistry(long back) {
        if (registryIsAway) {
            return false;
        }
        registryIsAway = true;
        registry().kill();
        recoveries.add(back, this::startRegistry);
        return true;
    }

    /** Brings back what is due. */
    void recover(long now) throws IOException, InterruptedException {
        recoveries.take(now);
    }

    void recoverAll() throws IOException, InterruptedException {
        recoveries.takeAll();
    }

    /** Starts again, as a supervisor would, what has ended by itself. */
    void supervise(long now) {
        try {
            instances.supervise(now);
            tables.supervise(now);
            // One that could not reach its topic ends.
            if (!registryIsAway && !registry().isAlive()) {
                startRegistry();
            }
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    /** What the tables hold once all that is published has landed in them. */
    Map<String, String> landed(Duration patience) throws IOException, InterruptedException, SQLException {
        tables.land(patience);
        return tables.rows();
    }

    Diary diary() {
        return diary;
    }

    @Override
    public void close() throws IOException {
        tables.close();
        instances.close();
        registries.forEach(ChildProcess::close);
        brokers.close();
        database.close();
    }
}

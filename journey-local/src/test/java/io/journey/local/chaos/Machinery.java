package io.journey.local.chaos;

import io.journey.events.registry.RegistryConfig;
import io.journey.local.ChildProcess;
import io.journey.local.house.Cluster;
import io.journey.local.identity.InstanceMain;
import io.journey.local.identity.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Three brokers, a registry and some instances, each a process, and what can befall them. */
final class Machinery implements AutoCloseable {

    private static final int FEWEST = 2;
    private static final int MOST = 5;

    private final Path folder;
    private final Plan plan;
    private final Brokers brokers;
    private final Map<String, ChildProcess> instances = new LinkedHashMap<>();
    private final Set<String> away = new HashSet<>();
    /** All that ever ran, because what was told to end may still be at it. */
    private final List<ChildProcess> children = new ArrayList<>();

    private final List<String> instanceArguments = new ArrayList<>();
    private final PriorityQueue<Recovery> recoveries = new PriorityQueue<>(Comparator.comparingLong(Recovery::at));
    private final Map<Fault, Integer> injected = new EnumMap<>(Fault.class);
    private final List<String> log = new ArrayList<>();
    private final List<String> endedThemselves = new ArrayList<>();
    private final int registryPort;
    private ChildProcess registry;

    private interface Step {
        void take() throws IOException, InterruptedException;
    }

    private record Recovery(long at, Step step) {}

    Machinery(Path folder, Plan plan) throws IOException, InterruptedException, ExecutionException {
        this.folder = folder;
        this.plan = plan;
        List<Integer> ports = freePorts(2 * Brokers.COUNT + 1);
        this.registryPort = ports.get(2 * Brokers.COUNT);
        this.brokers = Brokers.start(folder, ports);
        this.registry = startRegistry();
    }

    static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                ports.add(socket.getLocalPort());
            }
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
        return ports;
    }

    private ChildProcess startRegistry() throws IOException {
        return start(RegistryMain.class, "registry", List.of(brokers.bootstrapServers(), String.valueOf(registryPort)));
    }

    private ChildProcess start(Class<?> main, String name, List<String> arguments) throws IOException {
        Path said = folder.resolve(name + "-" + children.size() + ".txt");
        ChildProcess child = ChildProcess.start(main, said, arguments);
        children.add(child);
        return child;
    }

    void awaitRegistry() throws InterruptedException {
        Patience.until("a registry", () -> registry.hasSaid(RegistryMain.READY));
    }

    Cluster cluster() {
        // The producer of the events outlives every outage; what it has given up would be missing.
        return new Cluster(
                brokers.bootstrapServers(),
                URI.create("http://127.0.0.1:" + registryPort),
                Map.of(RegistryConfig.AUTO_REGISTER, "true", "delivery.timeout.ms", "900000"));
    }

    /**
     * @param arguments topic prefix first; the rest follows the state's folder
     */
    void startInstances(int count, String prefix, List<String> arguments) throws IOException {
        instanceArguments.add(prefix);
        instanceArguments.addAll(arguments);
        for (int i = 0; i < count; i++) {
            add();
        }
    }

    private void add() throws IOException {
        startInstance("instance" + children.size());
    }

    private void startInstance(String name) throws IOException {
        List<String> arguments = new ArrayList<>(instanceArguments);
        arguments.add(1, folder.resolve("state-" + name).toString());
        arguments.add("journey.instance.id=" + name);
        instances.put(name, start(InstanceMain.class, name, arguments));
    }

    /** Does what the plan says, if there is somebody to do it to. */
    void inject(Fault fault, long now) throws IOException, InterruptedException {
        List<String> up =
                instances.keySet().stream().filter(name -> !away.contains(name)).toList();
        String victim = up.isEmpty() ? "" : up.get(plan.pick(up.size()));
        long back = now + plan.outage().toMillis();
        boolean done = switch (fault) {
            case KILL_INSTANCE -> !victim.isEmpty() && kill(victim, back, false);
            case LOSE_INSTANCE -> !victim.isEmpty() && kill(victim, back, true);
            case PAUSE_INSTANCE -> !victim.isEmpty() && pause(victim, back);
            case ADD_INSTANCE -> instances.size() < MOST && added();
            case REMOVE_INSTANCE -> up.size() > FEWEST && remove(victim);
            case KILL_BROKER -> killBroker(plan.pick(Brokers.COUNT), back);
            case KILL_REGISTRY -> killRegistry(back);
        };
        if (done) {
            injected.merge(fault, 1, Integer::sum);
            log.add(now + " ms " + fault + " " + victim);
        }
    }

    private boolean kill(String name, long back, boolean withDisk) throws IOException {
        instance(name).kill();
        if (withDisk) {
            delete(folder.resolve("state-" + name));
        }
        away.add(name);
        recoveries.add(new Recovery(back, () -> {
            away.remove(name);
            startInstance(name);
        }));
        return true;
    }

    private ChildProcess instance(String name) {
        ChildProcess instance = instances.get(name);
        if (instance == null) {
            throw new IllegalStateException("no instance " + name);
        }
        return instance;
    }

    private boolean pause(String name, long back) throws IOException, InterruptedException {
        instance(name).pause();
        away.add(name);
        recoveries.add(new Recovery(back, () -> {
            away.remove(name);
            instance(name).resume();
        }));
        return true;
    }

    private boolean added() throws IOException {
        add();
        return true;
    }

    private boolean remove(String name) throws IOException {
        instance(name).end();
        instances.remove(name);
        return true;
    }

    private boolean killBroker(int index, long back) {
        boolean killed = brokers.kill(index);
        if (killed) {
            recoveries.add(new Recovery(back, () -> brokers.startAgain(index)));
        }
        return killed;
    }

    private boolean killRegistry(long back) {
        if (!registry.isAlive()) {
            return false;
        }
        registry.kill();
        recoveries.add(new Recovery(back, () -> registry = startRegistry()));
        return true;
    }

    /** Brings back what is due, and, as a supervisor would, what has ended by itself. */
    void recover(long now) throws IOException, InterruptedException {
        Recovery next = recoveries.peek();
        while (next != null && next.at() <= now) {
            recoveries.remove();
            next.step().take();
            next = recoveries.peek();
        }
        for (String name : List.copyOf(instances.keySet())) {
            ChildProcess instance = instance(name);
            if (!away.contains(name) && !instance.isAlive()) {
                String end = now + " ms " + name + " ended by itself: " + reason(instance);
                endedThemselves.add(end);
                log.add(end);
                startInstance(name);
            }
        }
        // A registry that could not reach its topic ends, and is started again.
        if (!registry.isAlive() && recoveries.stream().noneMatch(recovery -> recovery.at() > now)) {
            registry = startRegistry();
        }
    }

    /** The exception that ended its main thread, and what caused that. */
    private static String reason(ChildProcess instance) {
        return instance.said()
                .lines()
                .dropWhile(line -> !line.startsWith("Exception in thread \"main\""))
                .filter(line -> !line.startsWith("\t"))
                .collect(Collectors.joining(" | "));
    }

    void recoverAll() throws IOException, InterruptedException {
        recover(Long.MAX_VALUE);
    }

    Map<Fault, Integer> injected() {
        return injected;
    }

    /** All that was done, and what happened by itself, with when. */
    String told() {
        return String.join("\n", log);
    }

    /** What ended though nobody had done anything to it. */
    List<String> endedThemselves() {
        return endedThemselves;
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Override
    public void close() {
        children.forEach(ChildProcess::close);
        brokers.close();
    }
}

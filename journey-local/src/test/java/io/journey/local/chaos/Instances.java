package io.journey.local.chaos;

import io.journey.local.ChildProcess;
import io.journey.local.identity.InstanceMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The instances of the application, each a process with its own link to the brokers, and what can befall them. */
final class Instances implements AutoCloseable {

    static final int MOST = 5;
    private static final int FEWEST = 2;

    private final Path folder;
    private final List<Link> links;
    private final Recoveries recoveries;
    private final Diary diary;
    private final List<String> arguments;
    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private final Set<String> away = new HashSet<>();
    /** All that ever ran, because what was told to end may still be at it. */
    private final List<ChildProcess> children = new ArrayList<>();

    private record Instance(ChildProcess process, int link) {}

    /**
     * None yet.
     *
     * @param links as many as there can be instances
     * @param arguments topic prefix first; the rest follows the state's folder
     */
    Instances(Path folder, List<Link> links, Recoveries recoveries, Diary diary, List<String> arguments) {
        this.folder = folder;
        this.links = links;
        this.recoveries = recoveries;
        this.diary = diary;
        this.arguments = arguments;
    }

    /** Those to whom nothing has been done that lasts. */
    List<String> up() {
        return instances.keySet().stream().filter(name -> !away.contains(name)).toList();
    }

    /** Whether all have taken up their work. */
    boolean areRunning() {
        return instances.values().stream()
                .allMatch(instance -> instance.process().hasSaid(InstanceMain.RUNNING));
    }

    boolean add() throws IOException {
        if (instances.size() == MOST) {
            return false;
        }
        int free = IntStream.range(0, MOST)
                .filter(link -> instances.values().stream().noneMatch(instance -> instance.link() == link))
                .findFirst()
                .orElseThrow();
        start("instance" + children.size(), free);
        return true;
    }

    private void start(String name, int link) throws IOException {
        List<String> all = new ArrayList<>(arguments);
        all.add(1, state(name).toString());
        all.add("journey.instance.id=" + name);
        all.add("bootstrap.servers=" + links.get(link).bootstrapServers());
        ChildProcess process =
                ChildProcess.start(InstanceMain.class, folder.resolve(name + "-" + children.size() + ".txt"), all);
        children.add(process);
        instances.put(name, new Instance(process, link));
    }

    private Path state(String name) {
        return folder.resolve("state-" + name);
    }

    private Instance instance(String name) {
        Instance instance = instances.get(name);
        if (instance == null) {
            throw new IllegalStateException("no instance " + name);
        }
        return instance;
    }

    /** Whether it was done. */
    boolean befall(String name, Fault fault, long back) throws IOException, InterruptedException {
        ChildProcess process = instance(name).process();
        Link link = links.get(instance(name).link());
        switch (fault) {
            case KILL_INSTANCE -> {
                process.kill();
                until(back, name, () -> startAgain(name));
            }
            case LOSE_INSTANCE -> {
                process.kill();
                delete(state(name));
                until(back, name, () -> startAgain(name));
            }
            case PAUSE_INSTANCE -> {
                process.pause();
                until(back, name, process::resume);
            }
            case CUT_INSTANCE -> {
                link.cut();
                until(back, name, link::mend);
            }
            case STALL_INSTANCE -> {
                link.stall();
                until(back, name, link::mend);
            }
            case REMOVE_INSTANCE -> {
                if (up().size() <= FEWEST) {
                    return false;
                }
                process.end();
                instances.remove(name);
            }
            default -> throw new IllegalArgumentException(fault + " befalls no instance");
        }
        return true;
    }

    private void until(long back, String name, Recoveries.Step step) {
        away.add(name);
        recoveries.add(back, () -> {
            away.remove(name);
            step.take();
        });
    }

    private void startAgain(String name) throws IOException {
        start(name, instance(name).link());
    }

    /** Starts again, as a supervisor would, those that have ended by themselves. */
    void supervise(long now) throws IOException {
        for (String name : up()) {
            ChildProcess process = instance(name).process();
            if (!process.isAlive()) {
                diary.endedByItself(now, name, process);
                startAgain(name);
            }
        }
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
    }
}

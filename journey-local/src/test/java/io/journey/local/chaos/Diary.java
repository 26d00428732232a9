package io.journey.local.chaos;

import io.journey.local.ChildProcess;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All that was done, and what happened by itself, with when. */
final class Diary {

    private final Map<Fault, Integer> injected = new EnumMap<>(Fault.class);
    private final List<String> lines = new ArrayList<>();
    private final List<String> endedByThemselves = new ArrayList<>();

    void injected(long now, Plan.Event event, String victim) {
        injected.merge(event.fault(), 1, Integer::sum);
        lines.add(now + " ms " + event.fault() + " " + victim + " for "
                + event.outage().toMillis() + " ms");
    }

    void endedByItself(long now, String name, ChildProcess process) {
        String line = now + " ms " + name + " ended by itself: " + reason(process);
        lines.add(line);
        endedByThemselves.add(line);
    }

    /** The exception that ended its main thread, and what caused that. */
    private static String reason(ChildProcess process) {
        return process.said()
                .lines()
                .dropWhile(line -> !line.startsWith("Exception in thread \"main\""))
                .filter(line -> !line.startsWith("\t"))
                .collect(Collectors.joining(" | "));
    }

    Map<Fault, Integer> injected() {
        return injected;
    }

    /** What ended though nobody had done anything to it. */
    List<String> endedByThemselves() {
        return endedByThemselves;
    }

    String told() {
        return String.join("\n", lines);
    }
}

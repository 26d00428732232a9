package io.journey.local.chaos;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to be brought back, and when. */
final class Recoveries {

    private final PriorityQueue<Recovery> waiting = new PriorityQueue<>(Comparator.comparingLong(Recovery::at));

    /** Brings something back. */
    @FunctionalInterface
    interface Step {
        void take() throws IOException, InterruptedException;
    }

    private record Recovery(long at, Step step) {}

    void add(long at, Step step) {
        waiting.add(new Recovery(at, step));
    }

    /** Brings back what is due. */
    void take(long now) throws IOException, InterruptedException {
        Recovery next = waiting.peek();
        while (next != null && next.at() <= now) {
            waiting.remove();
            next.step().take();
            next = waiting.peek();
        }
    }

    /** Brings everything back. */
    void takeAll() throws IOException, InterruptedException {
        take(Long.MAX_VALUE);
    }
}

package io.journey.bench;

/**
 * What one run cost.
 *
 * @param workload what ran
 * @param round from 1
 * @param events processed while the run was watched, which begins after the first quarter
 * @param seconds wall-clock time of that
 * @param cpuSeconds CPU time of the application's process in that time: all its threads, compiler and collector included
 */
record Measurement(String workload, int round, long events, double seconds, double cpuSeconds) {

    double eventsPerSecond() {
        return events / seconds;
    }

    double cpuMicrosPerEvent() {
        return cpuSeconds * 1e6 / events;
    }
}

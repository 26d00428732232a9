package io.journey.bench;

/**
 * What one run cost.
 *
 * @param workload what ran
 * @param round from 1
 * @param events processed while the run was watched, which begins after the first quarter
 * @param seconds wall-clock time of that
 * @param cpuSeconds CPU time of the application's process in that time: all its threads, compiler and collector included
 * @param compilerSeconds what the compiler had of it, which a service pays once; 0 where the system does not tell
 * @param brokerSeconds CPU time of the broker's process in that time, the registry in it included
 * @param bytesWritten what topics other than the events' own grew by, as stored: changelogs and results
 * @param stateBytes files of the state folder when all is closed
 * @param peakBytes most memory the application's process had resident, heap and RocksDB's included; 0 where the system
 *     does not tell
 */
record Measurement(
        String workload,
        int round,
        long events,
        double seconds,
        double cpuSeconds,
        double compilerSeconds,
        double brokerSeconds,
        long bytesWritten,
        long stateBytes,
        long peakBytes) {

    double eventsPerSecond() {
        return events / seconds;
    }

    double cpuMicrosPerEvent() {
        return cpuSeconds * 1e6 / events;
    }

    double compilerMicrosPerEvent() {
        return compilerSeconds * 1e6 / events;
    }

    double brokerMicrosPerEvent() {
        return brokerSeconds * 1e6 / events;
    }

    double bytesPerEvent() {
        return (double) bytesWritten / events;
    }

    Measurement atEnd(long state, long peak) {
        return new Measurement(
                workload,
                round,
                events,
                seconds,
                cpuSeconds,
                compilerSeconds,
                brokerSeconds,
                bytesWritten,
                state,
                peak);
    }
}

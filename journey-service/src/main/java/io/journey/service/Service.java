package io.journey.service;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** What a process runs until it is told to end. */
public interface Service {

    /** Its name: of the program, in messages and logs. */
    String name();

    /** What it is for, one sentence. */
    String purpose();

    /** Its settings; those under {@code kafka.} that are not among them go to Kafka. */
    ConfigDef settings();

    /** What is wrong with the settings, one line each, every fault at once. */
    List<String> faults(Map<String, String> settings);

    /**
     * Starts, and returns once it runs; waiting for what does not answer yet is part of it. The thread is interrupted when
     * the process is to end.
     *
     * @throws RuntimeException if it cannot start; its message says why and who must act
     */
    Running start(Map<String, String> settings) throws InterruptedException;

    /** A service that runs. */
    interface Running extends AutoCloseable {

        /**
         * Returns never, unless it fails.
         *
         * @throws RuntimeException that ended it
         */
        void awaitFailure() throws InterruptedException;

        /** Finishes what is under way and lets go of everything. */
        @Override
        void close();
    }
}

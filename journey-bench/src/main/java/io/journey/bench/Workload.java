package io.journey.bench;

/** An application that reads the preloaded events and can say how far it is. */
public interface Workload extends AutoCloseable {

    /** Starts processing in threads of its own. */
    void start();

    /**
     * Takes note of progress made.
     *
     * @return records not yet processed, 0 only when all work is done and committed
     * @throws IllegalStateException if the application has failed
     */
    long behind();

    @Override
    void close();
}

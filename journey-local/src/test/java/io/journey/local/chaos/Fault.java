package io.journey.local.chaos;

/** What is done to the processes; how often each comes relative to the others. */
enum Fault {
    /** An instance dies as by {@code kill -9} and is started again after a while. */
    KILL_INSTANCE(5),
    /** An instance stops and goes on later, at times when everybody takes it for dead. */
    PAUSE_INSTANCE(4),
    /** One more instance, while there are fewer than five. */
    ADD_INSTANCE(2),
    /** An instance ends in order, while there are more than two. */
    REMOVE_INSTANCE(2),
    /** An instance is killed and its disk lost with it. */
    LOSE_INSTANCE(2),
    /** A broker dies and is started again, once the one before it is back. */
    KILL_BROKER(3),
    /** The registry dies and is started again. */
    KILL_REGISTRY(2);

    private final int weight;

    Fault(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }
}

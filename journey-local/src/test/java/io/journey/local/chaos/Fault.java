package io.journey.local.chaos;

/** What is done to the processes and between them; how often each comes relative to the others. */
enum Fault {
    /** An instance dies as by {@code kill -9} and is started again after a while. */
    KILL_INSTANCE(5),
    /** An instance stops and goes on later, at times when everybody takes it for dead. */
    PAUSE_INSTANCE(4),
    /** An instance's connections to the brokers end, and new ones are refused for a while. */
    CUT_INSTANCE(3),
    /** Nothing passes between an instance and the brokers for a while, and arrives afterwards. */
    STALL_INSTANCE(3),
    /** One more instance, while there are fewer than five. */
    ADD_INSTANCE(2),
    /** An instance ends in order, while there are more than two. */
    REMOVE_INSTANCE(2),
    /** An instance is killed and its disk lost with it. */
    LOSE_INSTANCE(2),
    /** A broker dies and is started again, once the one before it is back. */
    KILL_BROKER(3),
    /** The registry dies and is started again. */
    KILL_REGISTRY(2),
    /** The sink dies and is started again. */
    KILL_SINK(3),
    /** The sink's database dies, all its processes at once, and is started again on the same files. */
    KILL_DATABASE(3);

    private final int weight;

    Fault(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }
}

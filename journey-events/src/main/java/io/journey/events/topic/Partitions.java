package io.journey.events.topic;

/** How many partitions a topic has. */
public enum Partitions {
    /** One: few rows, read whole by everyone. */
    ONE {
        @Override
        public int of(int configured) {
            return 1;
        }
    },
    /** As many as the installation is set to. */
    CONFIGURED {
        @Override
        public int of(int configured) {
            return configured;
        }
    };

    /**
     * Number of partitions.
     *
     * @param configured what the installation is set to, at least 1
     */
    public abstract int of(int configured);
}

package io.journey.streams.query;

import org.apache.kafka.streams.state.HostInfo;

/** Where the state of an identity lies. */
sealed interface Home {

    /** In this instance. */
    record Here(int partition) implements Home {}

    /** In another one. */
    record There(HostInfo instance) implements Home {}

    /** Nowhere yet, or not any more: work is being moved between instances. */
    record Moving() implements Home {}
}

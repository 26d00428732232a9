package io.journey.streams.ladder;

import io.journey.core.identity.Input;
import io.journey.core.identity.Rung;

/** What is sent to an identity. */
public sealed interface Message {

    /** Who receives it, as {@code namespace:value}. */
    String to();

    /**
     * An input on its way to its address.
     *
     * @param origin where its record was read
     * @param source system that recorded the event, as it is accounted to
     */
    record Addressed(String to, Input input, Origin origin, String source) implements Message {}

    /** A message from another identity. */
    record Sent(Rung rung) implements Message {

        @Override
        public String to() {
            return rung.to();
        }
    }

    /** Where a record was read, for what must be said of it later. */
    record Origin(int partition, long offset) {}
}

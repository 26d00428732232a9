package io.journey.streams.definition;

import io.journey.core.definition.read.Fault;
import java.util.List;

/**
 * A step of reading: what it gave, or why reading stops there.
 *
 * @param <T> what the step gives
 */
sealed interface OrFault<T> {

    /** Empty when the step went well. */
    List<Fault> faults();

    /** The step went well. */
    record Got<T>(T value) implements OrFault<T> {

        @Override
        public List<Fault> faults() {
            return List.of();
        }
    }

    /** It did not, and the next step has nothing to work on. */
    record Stopped<T>(Fault fault) implements OrFault<T> {

        @Override
        public List<Fault> faults() {
            return List.of(fault);
        }
    }

    static <T> OrFault<T> stopped(int line, String message) {
        return new Stopped<>(new Fault(line, "", message));
    }
}

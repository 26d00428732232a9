package io.journey.local.registry.catalogue;

import java.util.List;
import java.util.function.Function;

/**
 * What became of a request: an answer, with the changes that make it true, or a refusal, which changes nothing.
 *
 * @param <T> the answer
 */
public sealed interface Outcome<T> {

    /** Goes on with the answer, keeping the changes so far; a refusal stays what it is. */
    <R> Outcome<R> then(Function<T, Outcome<R>> next);

    /** An answer to give once the changes are durable. */
    record Granted<T>(T answer, List<Change> changes) implements Outcome<T> {

        public Granted {
            changes = List.copyOf(changes);
        }

        /** An answer that changes nothing. */
        public Granted(T answer) {
            this(answer, List.of());
        }

        @Override
        public <R> Outcome<R> then(Function<T, Outcome<R>> next) {
            if (!changes.isEmpty()) {
                throw new IllegalStateException(
                        "a decision with changes is the last step, but more follows " + changes);
            }
            return next.apply(answer);
        }
    }

    /** A request that the rules turn down. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {

        @Override
        public <R> Outcome<R> then(Function<T, Outcome<R>> next) {
            return new Refused<>(refusal);
        }
    }
}

package io.journey.streams.stitch;

import io.journey.core.definition.Definition;
import io.journey.core.journey.Journey;
import io.journey.core.journey.Transition;
import io.journey.events.v1.TransitionKey;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Transitions as published rows. */
public final class TransitionRows {

    private final Definition definition;

    public TransitionRows(Definition definition) {
        this.definition = definition;
    }

    public TransitionKey key(String customer, int journeyNumber, int ordinal) {
        return new TransitionKey(definition.journey(), customer, journeyNumber, ordinal);
    }

    public io.journey.events.v1.Transition value(Journey.Label journey, Transition transition) {
        return new io.journey.events.v1.Transition(
                definition.version(),
                Instant.ofEpochMilli(journey.start()),
                transition.kind().name(),
                stage(transition.from()),
                stage(transition.to()),
                transition.revisit(),
                Instant.ofEpochMilli(transition.at()),
                transition.dwell(),
                transition.touches(),
                transition.touchpoint(),
                transition.channel(),
                journey.entryChannel(),
                journey.persona(),
                amount(transition.value()));
    }

    private @Nullable String stage(int index) {
        return index == Transition.NO_STAGE
                ? null
                : definition.stages().get(index).id();
    }

    /** At the scale of the schema; events with more decimal places are not decoded. */
    private static BigDecimal amount(BigDecimal value) {
        return value.setScale(9);
    }
}

package io.journey.core.journey;

/** How a journey changed its stage. */
public enum TransitionKind {
    /** The journey begins. */
    START,
    /** To the next stage in order. */
    ADVANCE,
    /** To a later stage, passing over at least one. */
    SKIP,
    /** To an earlier stage. */
    REGRESS,
    /** To a stage outside the order. */
    EXIT,
    /** The journey ends because an event begins the next one. */
    COMPLETE,
    /** The journey ends by silence. */
    LAPSE
}

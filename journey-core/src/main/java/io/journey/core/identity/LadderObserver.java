package io.journey.core.identity;

/** Hears what the ladder does, for those who count it. */
public interface LadderObserver {

    /** A claim came or went. */
    void claimed();

    /** Touches moved to another customer because of a change of claims. */
    void reattributed(int touches);

    /** Touches arrived at the customer whose they are, so many rungs above their address. */
    void arrived(int touches, int steps);
}

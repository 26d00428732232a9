package io.journey.streams.naming;

/**
 * Names that Kafka persists: changelog and repartition topics derive from them. Renaming one abandons the state behind
 * it.
 */
public final class StoreNames {

    /** Where each customer stands. */
    public static final String CUSTOMERS = "customers";
    /** Touches that make up journeys, per customer in event order. */
    public static final String TOUCHES = "touches";
    /** What is remembered of each event, by address and event id. */
    public static final String EVENT_IDS = "event-ids";
    /** State before each journey's first touch. */
    public static final String BOUNDARIES = "boundaries";
    /** Identities by the instant at which their journey may lapse, or something of them may be forgotten. */
    public static final String DUE = "due";
    /** What a task gathers between two commits: differences not yet passed on, and how far it has read. */
    public static final String GATHERED = "gathered";
    /** Sums of differences by cell that have not been applied yet. */
    public static final String ARRIVED = "arrived";
    /** Sum of each cell. */
    public static final String CELLS = "cells";
    /** How far every input partition has been read; global. */
    public static final String CLOCK = "clock";
    /** Claims, aliases and erasures of each identity, and the touches that went on to its owner. */
    public static final String IDENTITIES = "identities";
    /** Topic through which identities send each other messages. */
    public static final String LADDER = "ladder";
    /** Repartition topic of differences by cell. */
    public static final String DIFFERENCES_BY_CELL = "differences-by-cell";

    private StoreNames() {}
}

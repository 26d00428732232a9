package io.journey.architecture.canary.core;

/** Breaks CORE_STARTS_NO_THREADS. */
public record StartsAThread(Thread thread) {}

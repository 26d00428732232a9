package io.journey.core.identity;

/** What reaches an address from outside. */
public sealed interface Input permits Delivery, Erasure, Unlink {}

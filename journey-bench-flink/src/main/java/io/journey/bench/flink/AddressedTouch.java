package io.journey.bench.flink;

import io.journey.core.journey.Touch;

/**
 * A touch on its way to its customer.
 *
 * @param customer strongest identity of the event, as {@code namespace:value}
 */
record AddressedTouch(String customer, Touch touch) {}

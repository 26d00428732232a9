package io.journey.bench;

import io.journey.events.v1.Touchpoint;
import java.util.Map;
import java.util.function.Consumer;

/** Events in the order of their arrival, the same at every call. */
interface EventSource {

    /** Namespace of identities that know a customer. */
    String CUSTOMER = "customer";

    /** Namespace of the identities that anonymous events have. */
    String COOKIE = "cookie";

    /** How many there are. */
    long size();

    void forEach(Consumer<Touchpoint> receiver);

    /** How an event knows its customer. */
    enum Known {
        BY_NAME,
        BY_COOKIE,
        BY_BOTH;

        Map<String, String> identities(String customer) {
            return switch (this) {
                case BY_NAME -> Map.of(CUSTOMER, customer);
                case BY_COOKIE -> Map.of(COOKIE, customer);
                case BY_BOTH -> Map.of(CUSTOMER, customer, COOKIE, customer);
            };
        }
    }
}

package io.journey.local.broker;

/**
 * The embedded broker did not come up; the message is one line that names what was in the way.
 *
 * <p>Nothing keeps running: ports, threads and the directory's lock are released before it is thrown.
 */
public final class BrokerStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerStartException(String message) {
        super(message);
    }

    BrokerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}

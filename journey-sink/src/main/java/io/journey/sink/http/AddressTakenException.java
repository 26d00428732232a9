package io.journey.sink.http;

/** Somebody else listens where the page is to be; the message names the address and says what to do. */
public final class AddressTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AddressTakenException(HttpSettings settings, Throwable cause) {
        super(
                "page address " + settings.host() + ":" + settings.port()
                        + " is taken: stop what listens there or choose another port",
                cause);
    }
}

package io.journey.local.registry;

/** The registry's infrastructure is broken: its topic, its port. The message names which and what to do. */
public final class RegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryException(String message) {
        super(message);
    }

    RegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}

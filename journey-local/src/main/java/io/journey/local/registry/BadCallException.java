package io.journey.local.registry;

/** A request that HTTP itself turns down, before any rule of the registry sees it. */
final class BadCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    BadCallException(int status, String message) {
        super(message);
        this.status = status;
    }

    Reply reply() {
        return Reply.fault(status, String.valueOf(getMessage()));
    }
}

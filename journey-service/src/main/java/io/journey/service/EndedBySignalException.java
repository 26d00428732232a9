package io.journey.service;

/** The work was told to end and did. There is nothing to tell but what went wrong while it cleaned up. */
public final class EndedBySignalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EndedBySignalException(Throwable interruption) {
        super(interruption);
        for (Throwable unclean : interruption.getSuppressed()) {
            addSuppressed(unclean);
        }
    }
}

package io.journey.streams;

/** The topics hold results of another definition with the same id. Not cured by trying again. */
public final class DefinitionConflictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DefinitionConflictException(String message) {
        super(message);
    }
}

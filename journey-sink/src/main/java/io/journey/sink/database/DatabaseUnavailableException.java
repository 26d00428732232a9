package io.journey.sink.database;

/**
 * The database cannot be opened or brought to this version's tables.
 *
 * <p>The message is one line that names the database and says who must do what.
 */
public final class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public DatabaseUnavailableException(String message) {
        super(message);
    }
}

package io.journey.local.command;

import org.jspecify.annotations.Nullable;

/** Work that cannot be done. Its message is one line that names the thing and says what to do. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandFailure(String message) {
        super(message);
    }

    public CommandFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

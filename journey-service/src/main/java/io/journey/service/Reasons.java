package io.journey.service;

/** Says in one line why something failed: the message, and its causes' where they add something. */
final class Reasons {

    private static final int MOST = 4;

    private Reasons() {}

    static String of(Throwable failure) {
        StringBuilder reason = new StringBuilder(message(failure));
        Throwable cause = failure.getCause();
        for (int told = 1; cause != null && told < MOST; told++) {
            if (reason.indexOf(message(cause)) < 0) {
                reason.append(": ").append(message(cause));
            }
            cause = cause.getCause();
        }
        return reason.toString().strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}

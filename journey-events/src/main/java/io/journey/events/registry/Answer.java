package io.journey.events.registry;

/** What a registry answered to one call. */
record Answer(int status, String body) {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    boolean good() {
        return status / 100 == 2;
    }

    /** The registry could not answer now; another or a later call can succeed. */
    boolean comeBackLater() {
        return status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS || status >= SERVER_ERRORS;
    }

    String shortBody() {
        String line = body.strip().replaceAll("\\s+", " ");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}

package io.journey.service;

/** How a service's process ends. */
final class ExitCodes {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private ExitCodes() {}
}

package io.journey.local.command;

/** Exit codes of all commands, as documented in their help. */
public final class ExitCodes {

    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int WRONG_USAGE = 2;

    /** A plan found something to do. */
    public static final int TO_DO = 3;

    public static final String HEADING = "%nExit codes:%n";
    public static final String OK_LINE = "0:the work is done";
    public static final String FAILED_LINE = "1:the work could not be done, or its result is not right";
    public static final String WRONG_USAGE_LINE = "2:wrong usage";
    public static final String TO_DO_LINE = "3:there is something to do, and apply does it";

    private ExitCodes() {}
}

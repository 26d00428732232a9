package io.journey.local.command;

/** Exit codes of all commands, as documented in their help. */
public final class ExitCodes {

    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int WRONG_USAGE = 2;

    public static final String HEADING = "%nExit codes:%n";
    public static final String OK_LINE = "0:the work is done";
    public static final String FAILED_LINE = "1:the work could not be done, or its result is not right";
    public static final String WRONG_USAGE_LINE = "2:wrong usage";

    private ExitCodes() {}
}

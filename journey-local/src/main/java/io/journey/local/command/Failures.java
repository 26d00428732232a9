package io.journey.local.command;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong in one line on the error stream; where it went wrong only when {@code --verbose} asks. */
public final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    public static final String VERBOSE = "--verbose";

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        tell(command, oneLine(failure) + "; " + name + " --help shows the usage");
        return ExitCodes.WRONG_USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        boolean verbose = command.getParseResult().hasMatchedOption(VERBOSE);
        if (verbose) {
            failure.printStackTrace(command.getErr());
        }
        String hint = failure instanceof CommandFailure || verbose ? "" : " (unexpected; --verbose shows where)";
        tell(command, oneLine(failure) + hint);
        return ExitCodes.FAILED;
    }

    private static void tell(CommandLine command, String line) {
        command.getErr().println("journey: " + line);
        command.getErr().flush();
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage();
        boolean speaks = failure instanceof CommandFailure || failure instanceof ParameterException;
        String text = message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : speaks ? message : failure.getClass().getSimpleName() + ": " + message;
        return text.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}

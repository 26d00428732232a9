package io.journey.local;

/** Entry point of the process: runs the command line and ends with its exit code. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(JourneyCommand.commandLine().execute(arguments));
    }
}

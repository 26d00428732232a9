package io.journey.architecture.canary.sink;

/** Breaks ONLY_THE_COMMAND_WRITES_TO_THE_CONSOLE. */
public final class PrintsToTheConsole {

    void shout() {
        System.out.println("here");
    }
}

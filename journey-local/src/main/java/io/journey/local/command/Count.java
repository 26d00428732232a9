package io.journey.local.command;

import picocli.CommandLine.TypeConversionException;

/**
 * A number of things, read from the command line.
 *
 * @param number from 1
 */
public record Count(int number) {

    public static final Count ONE = new Count(1);

    static Count parse(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new TypeConversionException("'" + text + "' is no number from 1 to 999999");
        }
        return new Count(Integer.parseInt(text));
    }
}

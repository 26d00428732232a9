package io.journey.local.command;

import picocli.CommandLine.TypeConversionException;

/**
 * A port, read from the command line.
 *
 * @param number from 0, which stands for a free one, to 65535
 */
public record Port(int number) {

    public static final Port FREE = new Port(0);

    private static final int GREATEST = 65_535;

    static Port parse(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > GREATEST) {
            throw new TypeConversionException("'" + text + "' is no port, expected 0 (a free one) to " + GREATEST);
        }
        return new Port(Integer.parseInt(text));
    }
}

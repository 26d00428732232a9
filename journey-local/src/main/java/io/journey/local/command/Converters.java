package io.journey.local.command;

import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads values from the command line; what is none is told with what was expected. */
public final class Converters {

    private Converters() {}

    public static CommandLine registerOn(CommandLine line) {
        return line.registerConverter(Instant.class, Converters::instant)
                .registerConverter(Count.class, Count::parse)
                .registerConverter(Port.class, Port::parse);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new TypeConversionException("'" + text + "' is no instant, expected one like 2012-03-31T00:00:00Z");
        }
    }
}

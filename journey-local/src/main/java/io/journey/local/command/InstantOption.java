package io.journey.local.command;

import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads instants from the command line; what is none is told with an example. */
public final class InstantOption implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeException malformed) {
            throw new TypeConversionException("'" + value + "' is no instant, expected one like 2012-03-31T00:00:00Z");
        }
    }
}

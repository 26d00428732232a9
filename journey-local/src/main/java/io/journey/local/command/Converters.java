package io.journey.local.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads values from the command line; what is none is told with what was expected. */
public final class Converters {

    private Converters() {}

    public static CommandLine registerOn(CommandLine line) {
        return line.registerConverter(Instant.class, Converters::instant)
                .registerConverter(URI.class, Converters::address)
                .registerConverter(Count.class, Count::parse)
                .registerConverter(TopicPrefix.class, TopicPrefix::parse)
                .registerConverter(Port.class, Port::parse);
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            if (List.of("http", "https").contains(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            // Told below, like every other text that is no address.
        }
        throw new TypeConversionException("'" + text + "' is no address, expected one like http://localhost:8081");
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new TypeConversionException("'" + text + "' is no instant, expected one like 2012-03-31T00:00:00Z");
        }
    }
}

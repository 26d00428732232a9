package io.journey.local.rejected;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bytes for the eye: sixteen a line, with their position and, where they are printable ASCII, their characters. */
final class HexDump {

    private static final int WIDTH = 16;
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

    private HexDump() {}

    static Stream<String> lines(byte[] bytes) {
        return IntStream.iterate(0, at -> at < bytes.length, at -> at + WIDTH).mapToObj(at -> {
            int end = Math.min(at + WIDTH, bytes.length);
            return String.format("%08x  %-47s  %s", at, SPACED.formatHex(bytes, at, end), text(bytes, at, end));
        });
    }

    private static String text(byte[] bytes, int begin, int end) {
        return IntStream.range(begin, end)
                .mapToObj(at -> bytes[at] >= ' ' && bytes[at] <= '~' ? String.valueOf((char) bytes[at]) : ".")
                .collect(Collectors.joining());
    }
}

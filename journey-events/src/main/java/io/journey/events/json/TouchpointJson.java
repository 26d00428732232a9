package io.journey.events.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.journey.events.json.ParsedTouchpoint.Fault;
import io.journey.events.reject.RejectReason;
import io.journey.events.v1.Touchpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A touchpoint event as a line of JSON, both ways.
 *
 * <p>Reading never throws: what is wrong with a line is its result. Unknown fields are ignored, so that sources may send
 * more than is used. Amounts may be numbers or texts, instants ISO-8601 texts or epoch milliseconds.
 */
public final class TouchpointJson {

    /** Largest line that is read, bytes. */
    public static final int LARGEST_LINE = 2 * 1024 * 1024;

    private static final JsonFactory JSON = new JsonFactory();
    private static final char REPLACEMENT = '\uFFFD';

    private TouchpointJson() {}

    /** Reads one line without its line break. */
    public static ParsedTouchpoint parse(byte[] line) {
        return parse(line, 0, line.length);
    }

    /**
     * Reads one line out of a buffer.
     *
     * @param offset where the line begins
     * @param length its length without the line break
     */
    public static ParsedTouchpoint parse(byte[] buffer, int offset, int length) {
        if (length > LARGEST_LINE) {
            return unreadable(
                    RejectReason.TOO_LARGE, "the line has " + length + " bytes, expected at most " + LARGEST_LINE);
        }
        String text = new String(buffer, offset, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, offset, length));
            } catch (CharacterCodingException e) {
                return unreadable(
                        RejectReason.INVALID_TEXT,
                        "the line is no valid UTF-8 near " + Shortened.around(text, text.indexOf(REPLACEMENT)));
            }
        }
        return parse(text);
    }

    /** Reads one line without its line break. */
    public static ParsedTouchpoint parse(String line) {
        if (line.length() > LARGEST_LINE) {
            return unreadable(
                    RejectReason.TOO_LARGE,
                    "the line has " + line.length() + " characters, expected at most " + LARGEST_LINE + " bytes");
        }
        if (line.isBlank()) {
            return unreadable(RejectReason.EMPTY, "the line is blank");
        }
        try (JsonParser parser = JSON.createParser(line)) {
            return new LineReader(parser).read(line);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    /** Writes an event as one line without a line break. */
    public static String write(Touchpoint event) {
        return LineWriter.write(JSON, event);
    }

    private static Fault unreadable(RejectReason reason, String detail) {
        return new Fault(reason, detail, Fault.UNKNOWN_SOURCE);
    }
}

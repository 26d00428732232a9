package io.journey.streams.definition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Loads a file of text, strictly: a byte that is no UTF-8 is a fault, never a replacement character. */
final class Utf8File {

    /** Far above any definition, and small enough to be read whole. */
    static final int MOST_BYTES = 1 << 20;

    private Utf8File() {}

    static OrFault<String> read(Path path) {
        if (Files.isDirectory(path)) {
            return OrFault.stopped(1, "found a folder, expected a definition");
        }
        try (InputStream file = Files.newInputStream(path)) {
            byte[] bytes = file.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES
                    ? OrFault.stopped(1, "found more than " + MOST_BYTES + " bytes, expected at most that many")
                    : decoded(bytes);
        } catch (NoSuchFileException missing) {
            return OrFault.stopped(1, "found no such file, expected a definition");
        } catch (IOException unreadable) {
            return OrFault.stopped(1, "cannot be read (" + unreadable + "), expected a readable file");
        }
    }

    private static OrFault<String> decoded(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult end = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String text = out.flip().toString();
        return end.isError()
                ? OrFault.stopped(Lines.at(text, text.length()), "found a byte that is no UTF-8, expected UTF-8")
                : new OrFault.Got<>(text);
    }
}

package io.journey.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journey.local.command.CommandFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

    private final LongAdder read = new LongAdder();

    @TempDir
    Path folder = Path.of("");

    @Test
    void aPlainFileIsReadAsItIs() throws IOException {
        assertThat(content(file("plain.jsonl", bytes("one\ntwo\n")))).isEqualTo("one\ntwo\n");
    }

    @Test
    void aCompressedFileIsToldByItsContentNotItsName() throws IOException {
        assertThat(content(file("compressed.jsonl", compressed("one\n")))).isEqualTo("one\n");
    }

    @Test
    void allMembersOfACompressedFileAreRead() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(compressed("one\n"));
        members.write(compressed("two\n"));

        assertThat(content(file("members.gz", members.toByteArray()))).isEqualTo("one\ntwo\n");
    }

    @Test
    void aSlowPipeIsReadToItsEndEvenBetweenMembers() throws Exception {
        PipedOutputStream writing = new PipedOutputStream();
        PipedInputStream reading = new PipedInputStream(writing, 1 << 16);
        Thread writer = new Thread(() -> {
            try (OutputStream pipe = writing) {
                for (String line : List.of("one\n", "two\n", "three\n")) {
                    pipe.write(compressed(line));
                    pipe.flush();
                    // The next member is written only when the reader has taken all of this one.
                    while (reading.available() > 0) {
                        Thread.onSpinWait();
                    }
                }
            } catch (IOException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        });
        InputStream original = System.in;
        System.setIn(reading);
        try {
            writer.start();
            assertThat(content(new EventFile("-", Path.of("-")))).isEqualTo("one\ntwo\nthree\n");
        } finally {
            System.setIn(original);
            writer.join();
        }
    }

    @Test
    void aFileOfOneByteIsPlain() throws IOException {
        assertThat(content(file("byte", new byte[] {0x1f}))).hasSize(1);
    }

    @Test
    void theBytesOfTheFileAreCounted() throws IOException {
        EventFile file = file("counted.gz", compressed("one\n".repeat(1_000)));

        content(file);

        assertThat(read.sum()).isEqualTo(file.size());
    }

    @Test
    void filesOfOneNameAreToldApart() throws IOException {
        Path first = Files.createDirectories(folder.resolve("a")).resolve("events.jsonl");
        Path second = Files.createDirectories(folder.resolve("b")).resolve("events.jsonl");
        Files.writeString(first, "");
        Files.writeString(second, "");

        assertThat(EventFiles.of(List.of(first, second)))
                .extracting(EventFile::name)
                .containsExactly(first.toString(), second.toString());
        assertThat(EventFiles.of(List.of(first))).extracting(EventFile::name).containsExactly("events.jsonl");
    }

    @Test
    void aFileIsReplayedOnce() throws IOException {
        EventFile file = file("twice.jsonl", bytes(""));

        assertThatThrownBy(() -> EventFiles.of(List.of(file.path(), file.path())))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("named twice");
    }

    private String content(EventFile file) throws IOException {
        try (InputStream bytes = file.open(read)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private EventFile file(String name, byte[] content) throws IOException {
        return new EventFile(name, Files.write(folder.resolve(name), content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream member = new GZIPOutputStream(bytes)) {
            member.write(bytes(text));
        }
        return bytes.toByteArray();
    }
}

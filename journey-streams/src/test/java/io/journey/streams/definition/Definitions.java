package io.journey.streams.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.Definition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The test's own definition files, and what reading a text gives. */
final class Definitions {

    /** A file that uses every key. */
    static final String CORRECT = resource("correct.yaml");

    private Definitions() {}

    static String resource(String name) {
        try (InputStream file = Definitions.class.getResourceAsStream("/definitions/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The correct file with one line, counted from 1, replaced. */
    static String spoilt(int line, String replacement) {
        List<String> lines = new ArrayList<>(CORRECT.lines().toList());
        lines.set(line - 1, replacement);
        return String.join("\n", lines) + "\n";
    }

    static Definition definition(String text) {
        DefinitionFile read = DefinitionFile.read("shop.yaml", text);
        assertThat(read).isInstanceOf(DefinitionFile.Valid.class);
        return ((DefinitionFile.Valid) read).definition();
    }

    static List<String> faults(String text) {
        DefinitionFile read = DefinitionFile.read("shop.yaml", text);
        assertThat(read).isInstanceOf(DefinitionFile.Invalid.class);
        return ((DefinitionFile.Invalid) read).lines();
    }
}

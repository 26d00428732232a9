package io.journey.bench.flink;

import io.journey.core.definition.Definition;
import io.journey.streams.definition.DefinitionFile;
import java.nio.file.Path;

/** Reads a definition that has been validated before. */
final class Definitions {

    private Definitions() {}

    static Definition read(String file) {
        if (DefinitionFile.read(Path.of(file)) instanceof DefinitionFile.Valid valid) {
            return valid.definition();
        }
        throw new IllegalArgumentException(file + " is no definition; ./journey definition validate says why");
    }
}

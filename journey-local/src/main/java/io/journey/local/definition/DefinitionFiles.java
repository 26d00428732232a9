package io.journey.local.definition;

import io.journey.core.definition.Definition;
import io.journey.local.command.CommandFailure;
import io.journey.streams.definition.DefinitionFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Definition files that a command cannot work without. */
public final class DefinitionFiles {

    private DefinitionFiles() {}

    /**
     * The definitions in the files.
     *
     * @throws CommandFailure with every fault of every file, when there is one
     */
    public static List<Definition> read(List<Path> files) {
        List<Definition> definitions = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path file : files) {
            DefinitionFile read = DefinitionFile.read(file);
            if (read instanceof DefinitionFile.Valid valid) {
                definitions.add(valid.definition());
            } else if (read instanceof DefinitionFile.Invalid invalid) {
                faults.addAll(invalid.lines());
            }
        }
        if (!faults.isEmpty()) {
            throw new CommandFailure(String.join("; ", faults));
        }
        requireDifferentJourneys(definitions);
        return definitions;
    }

    private static void requireDifferentJourneys(List<Definition> definitions) {
        Set<String> journeys = new HashSet<>();
        for (Definition definition : definitions) {
            if (!journeys.add(definition.journey())) {
                throw new CommandFailure("two definitions are of the journey " + definition.journey()
                        + ": give one version of each journey");
            }
        }
    }
}

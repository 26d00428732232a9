package io.journey.local.definition;

import io.journey.core.definition.Definition;
import io.journey.local.command.CommandFailure;
import io.journey.streams.definition.Definitions;
import java.nio.file.Path;
import java.util.List;

/** Definition files that a command cannot work without. */
public final class DefinitionFiles {

    private DefinitionFiles() {}

    /**
     * The definitions in the files.
     *
     * @throws CommandFailure with every fault of every file, when there is one
     */
    public static List<Definition> read(List<Path> files) {
        Definitions read = Definitions.read(files);
        if (!read.faults().isEmpty()) {
            throw new CommandFailure(String.join("; ", read.faults()));
        }
        return read.definitions();
    }
}

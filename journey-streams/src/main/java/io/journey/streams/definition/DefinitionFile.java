package io.journey.streams.definition;

import io.journey.core.definition.Definition;
import io.journey.core.definition.read.DefinitionReader;
import io.journey.core.definition.read.DefinitionReading;
import io.journey.core.definition.read.Fault;
import io.journey.core.definition.tree.Tree;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of reading a definition file, which is YAML 1.2: the definition, or everything that is wrong with it.
 *
 * <p>A file that is missing or cannot be read is a fault like any other; nothing here throws.
 */
public sealed interface DefinitionFile {

    /** Name of the file, as it was given. */
    String name();

    /** The file is correct. */
    record Valid(String name, Definition definition) implements DefinitionFile {}

    /**
     * The file is not correct.
     *
     * @param faults all of them, at least one, from the top of the file to its end
     */
    record Invalid(String name, List<Fault> faults) implements DefinitionFile {

        public Invalid {
            faults = List.copyOf(faults);
        }

        /** One line for each fault: {@code file:line: key: message}. */
        public List<String> lines() {
            return faults.stream().map(fault -> fault.in(name)).toList();
        }
    }

    /** Reads a file in UTF-8. */
    static DefinitionFile read(Path path) {
        OrFault<String> text = Utf8File.read(path);
        return text instanceof OrFault.Got<String> got
                ? read(path.toString(), got.value())
                : new Invalid(path.toString(), text.faults());
    }

    /** @param name what to call the text in faults */
    static DefinitionFile read(String name, String text) {
        OrFault<Tree> tree = YamlTree.read(text);
        if (!(tree instanceof OrFault.Got<Tree> got)) {
            return new Invalid(name, tree.faults());
        }
        DefinitionReading reading = DefinitionReader.read(got.value());
        return reading instanceof DefinitionReading.Read read
                ? new Valid(name, read.definition())
                : new Invalid(name, ((DefinitionReading.Faulty) reading).faults());
    }
}

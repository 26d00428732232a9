package io.journey.streams.definition;

import io.journey.core.definition.Definition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What came of reading several definition files, which are to be of different journeys.
 *
 * @param definitions of the files that are correct
 * @param faults of the others, and of them all, one line each
 */
public record Definitions(List<Definition> definitions, List<String> faults) {

    public Definitions {
        definitions = List.copyOf(definitions);
        faults = List.copyOf(faults);
    }

    public static Definitions read(List<Path> files) {
        List<Definition> definitions = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Set<String> journeys = new HashSet<>();
        for (Path file : files) {
            DefinitionFile read = DefinitionFile.read(file);
            if (read instanceof DefinitionFile.Invalid invalid) {
                faults.addAll(invalid.lines());
            } else if (read instanceof DefinitionFile.Valid valid) {
                definitions.add(valid.definition());
                String journey = valid.definition().journey();
                if (!journeys.add(journey)) {
                    faults.add("two definitions are of the journey " + journey + ": give one version of each journey");
                }
            }
        }
        return new Definitions(definitions, faults);
    }
}

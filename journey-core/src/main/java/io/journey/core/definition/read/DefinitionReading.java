package io.journey.core.definition.read;

import io.journey.core.definition.Definition;
import java.util.List;

/** What came of reading a definition. */
public sealed interface DefinitionReading {

    /** It is correct. */
    record Read(Definition definition) implements DefinitionReading {}

    /**
     * It is not.
     *
     * @param faults all of them, at least one, from the top of the file to its end
     */
    record Faulty(List<Fault> faults) implements DefinitionReading {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}

package io.journey.core.definition;

import java.util.List;

/**
 * A breakdown of aggregates.
 *
 * @param dimensions in alphabetical order, each once; empty for the whole
 */
public record Segment(List<Dimension> dimensions) {

    public Segment {
        dimensions = List.copyOf(dimensions);
    }

    /** A property of journeys by which aggregates can be broken down. In alphabetical order of {@link #label}. */
    public enum Dimension {
        ENTRY_CHANNEL("entryChannel"),
        PERSONA("persona");

        private final String label;

        Dimension(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}

package io.journey.core.definition.tree;

import java.math.BigDecimal;
import java.util.List;

/**
 * A value of a structured file with the line it stands on, whatever notation the file is in.
 *
 * <p>Lets definitions be checked, and faults be placed, without a word about YAML.
 */
public sealed interface Tree {

    /** Line on which the value begins, from 1. */
    int line();

    /** The value in words, as a fault names what it found. */
    String describe();

    /** A text. */
    record Text(int line, String value) implements Tree {

        @Override
        public String describe() {
            return value.isEmpty() ? "an empty text" : "the text " + Shown.quoted(value);
        }
    }

    /**
     * A number.
     *
     * @param written as it stands in the file; where a text is meant, 007 is not 7
     */
    record Decimal(int line, BigDecimal value, String written) implements Tree {

        @Override
        public String describe() {
            return "the number " + Shown.plain(written);
        }
    }

    /** True or false. */
    record Truth(int line, boolean value) implements Tree {

        @Override
        public String describe() {
            return "the truth value " + value;
        }
    }

    /** A key without a value, or null. */
    record Nothing(int line) implements Tree {

        @Override
        public String describe() {
            return "nothing";
        }
    }

    /**
     * Something that the notation can say and definitions have no use for, such as infinity.
     *
     * @param describe what it is, in words
     */
    record Other(int line, String describe) implements Tree {}

    /** A list. */
    record Items(int line, List<Tree> items) implements Tree {

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String describe() {
            return items.isEmpty() ? "an empty list" : "a list";
        }
    }

    /**
     * A map.
     *
     * @param entries as written; a key that is given twice stands here twice
     */
    record Keys(int line, List<Entry> entries) implements Tree {

        public Keys {
            entries = List.copyOf(entries);
        }

        @Override
        public String describe() {
            return entries.isEmpty() ? "an empty map" : "a map";
        }
    }

    /**
     * A key with its value.
     *
     * @param line of the key, from 1
     */
    record Entry(int line, String key, Tree value) {}
}

package io.journey.local.registry.catalogue;

import java.util.List;
import java.util.OptionalInt;

/**
 * A schema as a caller sends it.
 *
 * @param text JSON of an Avro schema, not yet checked
 * @param references where its borrowed types are
 * @param version it is to become or be; -1 for the latest; only imports choose freely
 * @param id it is to have, which only imports may choose
 */
public record Submission(String text, List<Reference> references, OptionalInt version, OptionalInt id) {

    public Submission {
        references = List.copyOf(references);
    }

    /** A schema that borrows nothing and asks for nothing. */
    public static Submission of(String text) {
        return new Submission(text, List.of(), OptionalInt.empty(), OptionalInt.empty());
    }

    /** The same schema with borrowed types. */
    public Submission borrowing(List<Reference> from) {
        return new Submission(text, from, version, id);
    }

    boolean wantsLatest() {
        return version.isPresent() && version.getAsInt() == Reference.LATEST;
    }

    /** Whether any version will do, so that a known schema is simply found again. */
    boolean wantsAnyVersion() {
        return version.isEmpty() || version.getAsInt() == 0;
    }

    boolean accepts(int knownId) {
        return id.isEmpty() || id.getAsInt() == knownId;
    }
}

package io.journey.local.registry.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * What makes two registered schemas the same one: equal contents share one id across all subjects.
 *
 * @param text the schema as Avro prints it, borrowed types by name
 * @param references the borrowed types
 */
public record SchemaContent(String text, List<Reference> references) {

    public SchemaContent {
        references = List.copyOf(references);
    }

    /** An id that the content alone determines, so it is the same in any registry of this kind. */
    public UUID guid() {
        return UUID.nameUUIDFromBytes((text + references).getBytes(StandardCharsets.UTF_8));
    }
}

package io.journey.streams.definition;

import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * YAML 1.2's core schema to the letter. The engine's own also knows the merge sign of YAML 1.1 and acts on it: keys would
 * appear that stand nowhere in the map, and a wrong merge would hide every other fault of the file.
 */
final class Yaml12Schema extends CoreSchema {

    @Override
    public ScalarResolver getScalarResolver() {
        ScalarResolver core = super.getScalarResolver();
        return (value, implicit) -> {
            Tag tag = core.resolve(value, implicit);
            return Tag.MERGE.equals(tag) ? Tag.STR : tag;
        };
    }
}

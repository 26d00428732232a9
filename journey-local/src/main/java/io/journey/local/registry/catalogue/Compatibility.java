package io.journey.local.registry.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Whether a schema gets along with earlier versions, and if not, why: judged by Avro, worded for the caller. */
final class Compatibility {

    private static final int LONGEST_QUOTE = 10 * 1024;

    private final SchemaParser parser;

    Compatibility(SchemaParser parser) {
        this.parser = parser;
    }

    /**
     * What is wrong with a new schema.
     *
     * @param earlier oldest first
     * @return messages about the newest version that it quarrels with, none when it is fine
     */
    List<String> faults(CompatibilityLevel level, ParsedSchema schema, List<SchemaVersion> earlier) {
        List<SchemaVersion> newestFirst = new ArrayList<>(earlier);
        newestFirst.sort((one, other) -> Integer.compare(other.version(), one.version()));
        int reach = level.coversAllVersions() ? newestFirst.size() : Math.min(1, newestFirst.size());
        for (SchemaVersion old : newestFirst.subList(0, reach)) {
            List<String> faults = faults(level, schema.avro(), parser.parse(old).avro());
            if (!faults.isEmpty()) {
                faults.add("{oldSchemaVersion: " + old.version() + "}");
                faults.add("{oldSchema: '" + quote(old.content().text()) + "'}");
                faults.add("{validateFields: 'false', compatibility: '" + level + "'}");
                return List.copyOf(faults);
            }
        }
        return List.of();
    }

    private static List<String> faults(CompatibilityLevel level, Schema schema, Schema old) {
        List<String> faults = new ArrayList<>();
        if (level.oldReadsNew()) {
            faults.addAll(faults(old, schema, "old", "new"));
        }
        if (level.newReadsOld()) {
            faults.addAll(faults(schema, old, "new", "old"));
        }
        return faults;
    }

    private static List<String> faults(Schema reader, Schema writer, String readerName, String writerName) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(fault -> describe(fault, readerName, writerName))
                .toList();
    }

    private static String describe(Incompatibility fault, String reader, String writer) {
        return "{errorType:'" + fault.getType() + "', description:'" + explain(fault, reader, writer)
                + "', additionalInfo:'" + fault.getMessage() + "'}";
    }

    private static String explain(Incompatibility fault, String reader, String writer) {
        String place = "at path '" + fault.getLocation() + "'";
        String both = "the " + reader + " schema, which has to read data of the " + writer + " schema";
        return switch (fault.getType()) {
            case FIXED_SIZE_MISMATCH -> "The size of the fixed type " + place + " differs in " + both;
            case TYPE_MISMATCH -> "The type " + place + " does not fit in " + both;
            case NAME_MISMATCH -> "The name of the type " + place + " differs in " + both;
            case MISSING_ENUM_SYMBOLS -> "Symbols of the enum " + place + " are missing in " + both;
            case MISSING_UNION_BRANCH -> "A type of the union " + place + " is missing in " + both;
            case READER_FIELD_MISSING_DEFAULT_VALUE ->
                "The field '" + fault.getMessage() + "' " + place + " has no default value in " + both
                        + ", where it is missing";
        };
    }

    private static String quote(String schema) {
        return schema.length() <= LONGEST_QUOTE ? schema : schema.substring(0, LONGEST_QUOTE) + "...";
    }
}

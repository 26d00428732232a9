package io.journey.events.registry;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Says in words how our schema differs from the registered one. */
final class SchemaDifference {

    private SchemaDifference() {}

    static String between(Schema ours, Schema registered) {
        List<String> differences = new ArrayList<>();
        if (!ours.getFullName().equals(registered.getFullName())) {
            differences.add("ours is " + ours.getFullName() + ", registered is " + registered.getFullName());
        }
        if (ours.getType() == Schema.Type.RECORD && registered.getType() == Schema.Type.RECORD) {
            addFields(ours, registered, differences);
        }
        addIncompatibilities("ours cannot read what the registered one wrote", ours, registered, differences);
        addIncompatibilities("the registered one cannot read what ours writes", registered, ours, differences);
        if (differences.isEmpty()) {
            return "the schemas differ in documentation, defaults or order only";
        }
        return String.join("; ", differences);
    }

    private static void addFields(Schema ours, Schema registered, List<String> differences) {
        for (Schema.Field field : ours.getFields()) {
            Schema.Field other = registered.getField(field.name());
            if (other == null) {
                differences.add("field " + field.name() + " is only in ours");
            } else if (!typeOf(field).equals(typeOf(other))) {
                differences.add("field " + field.name() + " is " + typeOf(field) + " in ours, " + typeOf(other)
                        + " in the registered one");
            }
        }
        for (Schema.Field field : registered.getFields()) {
            if (ours.getField(field.name()) == null) {
                differences.add("field " + field.name() + " is only in the registered one");
            }
        }
    }

    private static String typeOf(Schema.Field field) {
        return field.schema().toString();
    }

    private static void addIncompatibilities(String what, Schema reader, Schema writer, List<String> differences) {
        List<Incompatibility> found = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities();
        for (Incompatibility one : found) {
            differences.add(what + ": " + one.getType() + " at " + one.getLocation() + ", " + one.getMessage());
        }
    }
}

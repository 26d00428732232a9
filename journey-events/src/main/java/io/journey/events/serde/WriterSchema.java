package io.journey.events.serde;

import io.journey.events.reject.RejectReason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaIncompatibilityType;
import org.apache.avro.specific.SpecificRecord;

/** What a schema id stands for: decided once, when the first record with the id arrives. */
sealed interface WriterSchema permits ReadableSchema, WriterSchema.Unreadable {

    /**
     * Reads the record in the bytes.
     *
     * @throws UndecodableException when there is none
     */
    SpecificRecord read(byte[] bytes);

    static WriterSchema of(int id, Schema writer, Optional<Class<? extends SpecificRecord>> expected) {
        Optional<Class<? extends SpecificRecord>> named = KnownRecords.named(writer.getFullName());
        if (named.isEmpty() || (expected.isPresent() && !expected.equals(named))) {
            return new Unreadable(
                    RejectReason.WRONG_TYPE,
                    "schema " + id + " is of " + writer.getFullName() + ", expected "
                            + expected.map(Class::getName).orElse("a record of a journey topic"));
        }
        Schema reader = KnownRecords.schemaOf(named.get());
        List<Incompatibility> incompatibilities = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities();
        String missing = incompatibilities.stream()
                .filter(one -> one.getType() == SchemaIncompatibilityType.READER_FIELD_MISSING_DEFAULT_VALUE)
                .map(Incompatibility::getMessage)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return new Unreadable(
                    RejectReason.MISSING_FIELD,
                    "schema " + id + " of " + writer.getFullName() + " lacks required fields: " + missing);
        }
        return new ReadableSchema(writer, reader, incompatibilities);
    }

    /** No record with this schema can be read. */
    record Unreadable(RejectReason reason, String detail) implements WriterSchema {
        @Override
        public SpecificRecord read(byte[] bytes) {
            throw new UndecodableException(reason, detail);
        }
    }
}

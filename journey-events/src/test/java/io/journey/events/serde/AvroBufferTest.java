package io.journey.events.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DatumWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One buffer takes every record of a thread; none may find anything of the one before. */
class AvroBufferTest {

    private static final Schema SCHEMA = SchemaBuilder.record("Pair")
            .fields()
            .requiredString("first")
            .requiredString("second")
            .endRecord();

    private final DatumWriter<Object> writer = new GenericDatumWriter<>(SCHEMA);
    private final AvroBuffer buffer = new AvroBuffer();

    @Test
    void nothingIsLeftOfARecordThatFailedHalfWay() throws IOException {
        byte[] expected = encodedAlone(pair("a", "b"));
        buffer.encode(7, writer, pair("before", "it"));

        assertThatThrownBy(() -> buffer.encode(7, writer, pair("half of a record", null)))
                .isInstanceOf(NullPointerException.class);

        assertThat(buffer.encode(7, writer, pair("a", "b"))).isEqualTo(expected);
        assertThat(buffer.encode(7, writer, pair("a", "b"))).isEqualTo(expected);
    }

    @Test
    void nothingIsLeftOfAHugeRecord() throws IOException {
        GenericRecord huge = pair("x".repeat(3 << 20), "y");
        assertThat(buffer.encode(7, writer, huge)).isEqualTo(encodedAlone(huge));

        assertThat(buffer.encode(7, writer, pair("a", "b"))).isEqualTo(encodedAlone(pair("a", "b")));
    }

    private byte[] encodedAlone(GenericRecord record) throws IOException {
        return new AvroBuffer().encode(7, writer, record);
    }

    private static GenericRecord pair(String first, @Nullable String second) {
        GenericRecord record = new GenericData.Record(SCHEMA);
        record.put("first", first);
        record.put("second", second);
        return record;
    }
}

package io.journey.sink.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journey.events.serde.TrustedRecords;
import io.journey.events.v1.BalanceKey;
import io.journey.events.v1.FunnelKey;
import io.journey.sink.testing.SampleJourney;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    @Test
    void genericRecordsWithRawLogicalTypesGiveTheSameChangesAsSpecificOnes() throws IOException {
        for (SampleJourney.Published record : SampleJourney.records()) {
            Change specific = RecordReader.read(record.table(), record.key(), record.value());

            Change generic = RecordReader.read(record.table(), raw(record.key()), raw(record.value()));

            assertThat(generic).isEqualTo(specific);
        }
    }

    @Test
    void aMissingKeyAndAForeignRecordDoNotFit() {
        BalanceKey key = new BalanceKey("shop", "web");

        assertThatThrownBy(() -> RecordReader.read(SinkTable.BALANCE, null, key))
                .isInstanceOf(UnfitRecordException.class)
                .hasMessageContaining("table balance")
                .hasMessageContaining("no key");
        assertThatThrownBy(() -> RecordReader.read(SinkTable.BALANCE, key, key))
                .isInstanceOf(UnfitRecordException.class)
                .hasMessageContaining("field version");
        assertThatThrownBy(() -> RecordReader.read(SinkTable.BALANCE, "web", null))
                .isInstanceOf(UnfitRecordException.class)
                .hasMessageContaining("expected an Avro record, found a java.lang.String");
    }

    @Test
    void aKeyTextOfAMegabyteIsBoundedAndStaysItself() {
        String channel = "entryChannel=" + "€".repeat(1_000_000);
        Map<Object, String> keys = new HashMap<>();
        for (String segment : new String[] {channel, channel + "1", channel.substring(1), "entryChannel=web"}) {
            FunnelKey key = new FunnelKey("shop", "day", SampleJourney.FIRST_DAY, segment, "paid");
            Change change = RecordReader.read(SinkTable.FUNNEL, key, null);

            assertThat(change.key())
                    .isEqualTo(RecordReader.read(SinkTable.FUNNEL, key, null).key());
            assertThat(keys.put(change.key(), segment)).isNull();
            assertThat(change.key().get(3).toString()).hasSizeLessThan(600);
        }
        assertThat(keys).containsValue("entryChannel=web");
    }

    @Test
    void whatPostgresDoesNotStoreIsReplacedEverywhere() {
        Change change = RecordReader.read(SinkTable.BALANCE, new BalanceKey("shop", "a\0b"), null);

        assertThat(change.key()).containsExactly("shop", "a\uFFFDb");
    }

    @Test
    void amountsKeepTheirScale() {
        SampleJourney.Published funnel = SampleJourney.records().stream()
                .filter(record -> record.table() == SinkTable.FUNNEL)
                .findFirst()
                .orElseThrow();

        Change.Upsert change = (Change.Upsert) RecordReader.read(SinkTable.FUNNEL, funnel.key(), funnel.value());

        assertThat(change.values()).contains(new BigDecimal("1250.500000000"));
    }

    /** The record as a reader without our classes and without logical types gets it. */
    private static Object raw(SpecificRecord record) throws IOException {
        TrustedRecords.trust();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new SpecificDatumWriter<SpecificRecord>(record.getSchema(), SpecificData.getForClass(record.getClass()))
                .write(record, encoder);
        var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
        return new GenericDatumReader<>(record.getSchema(), record.getSchema(), new GenericData()).read(null, decoder);
    }
}

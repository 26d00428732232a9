package io.journey.events.serde;

import io.journey.events.reject.RejectReason;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A schema whose records can be read as ours; the reader is built once and shared, the decoder is each thread's own. */
final class ReadableSchema implements WriterSchema {

    private static final ThreadLocal<@Nullable BinaryDecoder> DECODER = new ThreadLocal<>();

    private final DatumReader<SpecificRecord> reader;
    private final StrictText strictText;
    private final List<Incompatibility> incompatibilities;

    ReadableSchema(Schema writer, Schema reader, List<Incompatibility> incompatibilities) {
        try {
            // Without SpecificDatumReader around it, which adds as much again for a guard that only lists of nothing
            // need.
            this.reader = KnownRecords.DATA.getFastReaderBuilder().createDatumReader(writer, reader);
        } catch (IOException e) {
            throw new UncheckedIOException("resolving two schemas in memory failed", e);
        }
        this.strictText = new StrictText(writer, reader);
        this.incompatibilities = List.copyOf(incompatibilities);
    }

    @Override
    public SpecificRecord read(byte[] bytes) {
        BinaryDecoder decoder = DecoderFactory.get()
                .binaryDecoder(bytes, WireFormat.HEADER, bytes.length - WireFormat.HEADER, DECODER.get());
        DECODER.set(decoder);
        SpecificRecord record = decode(decoder);
        strictText.check(record, bytes);
        return record;
    }

    private SpecificRecord decode(BinaryDecoder decoder) {
        try {
            SpecificRecord record = reader.read(null, decoder);
            int left = decoder.remainingBytes();
            if (!decoder.isEnd()) {
                throw new UndecodableException(
                        RejectReason.MALFORMED, left + " bytes left over behind the record, expected none");
            }
            return record;
        } catch (EOFException e) {
            throw new UndecodableException(
                    RejectReason.TRUNCATED,
                    "the bytes end before the record does, or a length points past their end",
                    e);
        } catch (UndecodableException e) {
            throw e;
        } catch (AvroTypeException e) {
            throw misfit(e);
        } catch (IOException | RuntimeException e) {
            // Avro meets nonsense with runtime exceptions of many kinds; all of them are about these bytes.
            throw new UndecodableException(RejectReason.MALFORMED, "the bytes do not fit their schema: " + e, e);
        }
    }

    /** A value that our type cannot take, if the schema allows such; else bytes that do not fit the schema. */
    private UndecodableException misfit(AvroTypeException e) {
        if (incompatibilities.isEmpty()) {
            return new UndecodableException(
                    RejectReason.MALFORMED, "the bytes do not fit their schema: " + e.getMessage(), e);
        }
        boolean absent = incompatibilities.stream()
                .allMatch(one -> one.getWriterFragment().getType() == Schema.Type.NULL);
        String detail = incompatibilities.stream()
                .map(one -> one.getLocation() + ": " + one.getMessage())
                .collect(Collectors.joining(", "));
        return new UndecodableException(absent ? RejectReason.MISSING_FIELD : RejectReason.WRONG_TYPE, detail, e);
    }
}

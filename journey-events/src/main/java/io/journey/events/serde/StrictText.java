package io.journey.events.serde;

import io.journey.events.registry.PublishedSchema;
import io.journey.events.reject.RejectReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts that are no valid UTF-8. Avro silently puts U+FFFD where bytes are no character, so only a record with a
 * U+FFFD in it is read a second time, with its texts as bytes. A U+FFFD that was really sent is legal.
 */
final class StrictText {

    private static final char REPLACEMENT = '\uFFFD';

    private final Schema writer;
    private final DatumReader<IndexedRecord> rawReader;
    private final int[] texts;

    StrictText(Schema writer, Schema reader) {
        // Without Java's properties, with which even a generic reader would make strings.
        this.writer = PublishedSchema.of(writer);
        this.rawReader = new GenericDatumReader<>(this.writer);
        this.texts = reader.getFields().stream()
                .filter(field -> holdsText(field.schema()))
                .mapToInt(Schema.Field::pos)
                .toArray();
    }

    void check(IndexedRecord record, byte[] bytes) {
        for (int position : texts) {
            if (suspicious(record.get(position))) {
                checkBytes(bytes);
                return;
            }
        }
    }

    private void checkBytes(byte[] bytes) {
        try {
            var decoder = DecoderFactory.get()
                    .binaryDecoder(bytes, WireFormat.HEADER, bytes.length - WireFormat.HEADER, null);
            IndexedRecord raw = rawReader.read(null, decoder);
            for (Schema.Field field : writer.getFields()) {
                checkValue(field.name(), raw.get(field.pos()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes that were read once cannot be read again", e);
        }
    }

    private static boolean holdsText(Schema schema) {
        return switch (schema.getType()) {
            case STRING, MAP -> true;
            case UNION -> schema.getTypes().stream().anyMatch(StrictText::holdsText);
            default -> false;
        };
    }

    private static boolean suspicious(@Nullable Object value) {
        if (value instanceof String text) {
            // Takes no time for texts of Latin characters, which cannot hold it.
            return text.indexOf(REPLACEMENT) >= 0;
        }
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (suspicious(entry.getKey()) || suspicious(entry.getValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void checkValue(String place, Object value) {
        if (value instanceof Utf8 text) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text.getBytes(), 0, text.getByteLength()));
            } catch (CharacterCodingException e) {
                throw new UndecodableException(
                        RejectReason.INVALID_TEXT, place + ": no valid UTF-8: \"" + shortened(text) + "\"", e);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, element) -> {
                checkValue("name in " + place, name);
                checkValue(place + "." + name, element);
            });
        }
    }

    private static String shortened(Utf8 text) {
        String shown = text.toString();
        return shown.length() <= 60 ? shown : shown.substring(0, 60) + "…";
    }
}

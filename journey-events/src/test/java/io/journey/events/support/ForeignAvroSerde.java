package io.journey.events.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What another vendor's serde does, written without a line of ours: the same settings, subjects and wire format, and the
 * schema as the generated class holds it.
 */
public final class ForeignAvroSerde implements Serde<SpecificRecord> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private String url = "";
    private String suffix = "";

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        url = String.valueOf(configs.get("schema.registry.url"));
        suffix = isKey ? "-key" : "-value";
    }

    @Override
    public Serializer<SpecificRecord> serializer() {
        return (topic, record) -> {
            String body = JSON.createObjectNode()
                    .put("schema", record.getSchema().toString())
                    .toString();
            int id = call("POST", "/subjects/" + topic + suffix + "/versions", body, "id", Integer.class);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            try {
                new SpecificDatumWriter<SpecificRecord>(record.getSchema(), SpecificData.getForClass(record.getClass()))
                        .write(record, encoder);
                encoder.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        };
    }

    @Override
    public Deserializer<SpecificRecord> deserializer() {
        return (topic, bytes) -> {
            int id = ByteBuffer.wrap(bytes).getInt(1);
            Schema writer = new Schema.Parser().parse(call("GET", "/schemas/ids/" + id, "", "schema", String.class));
            try {
                Class<?> type = Class.forName(writer.getFullName());
                SpecificDatumReader<SpecificRecord> reader = new SpecificDatumReader<>(SpecificData.getForClass(type));
                reader.setExpected(SpecificData.get().getSchema(type));
                reader.setSchema(writer);
                return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
            } catch (ClassNotFoundException | IOException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private <T> T call(String method, String path, String body, String field, Class<T> type) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                    .build();
            String answer = http.send(request, BodyHandlers.ofString()).body();
            return JSON.treeToValue(JSON.readTree(answer).get(field), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.journey.local.rejected;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.journey.events.json.TouchpointJson;
import io.journey.events.serde.SpecificAvroDeserializer;
import io.journey.events.v1.Touchpoint;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;

/** Finds the event in the bytes of a rejected record, as JSON: whether they are Avro of ours, or JSON themselves. */
final class EventIn {

    private static final JsonMapper JSON = new JsonMapper();

    private final SpecificAvroDeserializer<SpecificRecord> deserializer = new SpecificAvroDeserializer<>();

    EventIn(Map<String, String> clients) {
        deserializer.configure(clients, false);
    }

    /** The event, or whatever object was meant to be one; empty when the bytes are neither. */
    Optional<JsonNode> bytes(String topic, byte[] bytes) {
        Optional<JsonNode> object = avro(topic, bytes).or(() -> json(bytes));
        return object.filter(JsonNode::isObject);
    }

    private Optional<JsonNode> avro(String topic, byte[] bytes) {
        try {
            return deserializer.deserialize(topic, bytes) instanceof Touchpoint event
                    ? Optional.of(JSON.readTree(TouchpointJson.write(event)))
                    : Optional.empty();
        } catch (KafkaException | AvroRuntimeException undecodable) {
            return Optional.empty();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event was written as what is no JSON", impossible);
        }
    }

    private static Optional<JsonNode> json(byte[] bytes) {
        try {
            return Optional.of(JSON.readTree(bytes));
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }
}

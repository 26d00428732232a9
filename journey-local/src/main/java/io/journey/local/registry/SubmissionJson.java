package io.journey.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.journey.local.registry.catalogue.Outcome;
import io.journey.local.registry.catalogue.Reference;
import io.journey.local.registry.catalogue.Refusal;
import io.journey.local.registry.catalogue.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A schema as it arrives in the body of a request. */
final class SubmissionJson {

    private static final String AVRO = "AVRO";

    private SubmissionJson() {}

    static Outcome<Submission> read(JsonNode body) {
        String type = body.path("schemaType").asText("");
        if (!type.isEmpty() && !type.equals(AVRO)) {
            return new Outcome.Refused<>(new Refusal(
                    Refusal.Reason.INVALID_SCHEMA, "Invalid schema type " + type + ", this registry knows AVRO only"));
        }
        List<Reference> references = new ArrayList<>();
        body.path("references")
                .forEach(reference -> references.add(new Reference(
                        reference.path("name").asText(""),
                        reference.path("subject").asText(""),
                        reference.path("version").asInt(Reference.LATEST))));
        return new Outcome.Granted<>(new Submission(
                body.path("schema").asText(""), references, number(body.path("version")), id(body.path("id"))));
    }

    private static OptionalInt number(JsonNode node) {
        return node.isInt() ? OptionalInt.of(node.intValue()) : OptionalInt.empty();
    }

    /** Clients without an id send none, or a negative one. */
    private static OptionalInt id(JsonNode node) {
        return node.isInt() && node.intValue() >= 0 ? OptionalInt.of(node.intValue()) : OptionalInt.empty();
    }
}

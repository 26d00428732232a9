package io.journey.local.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ground truth as JSON, for tools that judge what was made of the events. */
final class TruthJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TruthJson() {}

    static String write(GroundTruth truth) {
        ObjectNode document = JSON.createObjectNode()
                .put("events", truth.events())
                .put("duplicates", truth.duplicates())
                .put("journeys", truth.journeys())
                .put("value", truth.value().stripTrailingZeros().toPlainString());
        ArrayNode moves = document.putArray("transitions");
        truth.moves().entrySet().stream()
                .sorted(Comparator.comparing(move -> move.getKey().toString()))
                .forEach(move -> moves.add(JSON.createObjectNode()
                        .put("persona", move.getKey().persona())
                        .put("kind", move.getKey().kind().name())
                        .put("from", id(move.getKey().from()))
                        .put("to", id(move.getKey().to()))
                        .put("count", move.getValue())));
        ArrayNode reached = document.putArray("reached");
        truth.reached().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(GroundTruth.Reached::persona).thenComparing(GroundTruth.Reached::stage)))
                .forEach(entry -> reached.add(JSON.createObjectNode()
                        .put("persona", entry.getKey().persona())
                        .put("stage", entry.getKey().stage().id())
                        .put("journeys", entry.getValue())));
        return document.toPrettyString();
    }

    private static @Nullable String id(@Nullable ShopStage stage) {
        return stage == null ? null : stage.id();
    }
}

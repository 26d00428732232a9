package io.journey.local.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** What a registry says about itself. */
final class ServerRoutes {

    private final String clusterId;

    ServerRoutes(String clusterId) {
        this.clusterId = clusterId;
    }

    List<Route> table() {
        return List.of(
                Route.get("/", call -> Reply.ok(Documents.empty())),
                Route.post("/", call -> Reply.ok(Documents.empty())),
                Route.get("/contexts", call -> Reply.ok(Documents.texts(call.page(Stream.of("."))))),
                Route.get("/v1/metadata/id", call -> Reply.ok(identity())));
    }

    private ObjectNode identity() {
        ObjectNode document = Documents.empty().put("id", "");
        ObjectNode scope = document.putObject("scope");
        scope.putArray("path");
        scope.putObject("clusters").put("kafka-cluster", clusterId).put("schema-registry-cluster", "schema-registry");
        return document;
    }
}

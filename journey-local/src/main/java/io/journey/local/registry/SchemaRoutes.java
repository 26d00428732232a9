package io.journey.local.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journey.local.registry.catalogue.Outcome;
import io.journey.local.registry.catalogue.Refusal;
import io.journey.local.registry.catalogue.SchemaCatalogue;
import io.journey.local.registry.catalogue.SchemaVersion;
import io.journey.local.registry.catalogue.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Schemas by their ids, which is what readers of data ask for. */
final class SchemaRoutes {

    private final CatalogueStore store;

    SchemaRoutes(CatalogueStore store) {
        this.store = store;
    }

    List<Route> table() {
        return List.of(
                Route.get("/schemas", this::schemas),
                Route.get("/schemas/types", call -> Reply.ok(Documents.texts(List.of("AVRO")))),
                Route.get("/schemas/ids/{id}", this::byId),
                Route.get("/schemas/ids/{id}/schema", this::schema),
                Route.get("/schemas/ids/{id}/subjects", this::subjects),
                Route.get("/schemas/ids/{id}/versions", this::versions),
                Route.get("/schemas/guids/{guid}", this::byGuid),
                Route.get("/schemas/guids/{guid}/ids", this::idsOfGuid));
    }

    private Reply schemas(Call call) {
        return Reply.of(
                store.decide(rules -> new Outcome.Granted<>(call.page(matching(rules.catalogue(), call)))),
                versions ->
                        Documents.list(versions.stream().map(Documents::version).toList()));
    }

    private static Stream<SchemaVersion> matching(SchemaCatalogue catalogue, Call call) {
        return catalogue
                .versions(call.visibility())
                .filter(version -> version.subject().startsWith(call.subjectPrefix()))
                .filter(version -> !call.flag("latestOnly") || isLatest(catalogue, version, call.visibility()));
    }

    private static boolean isLatest(SchemaCatalogue catalogue, SchemaVersion version, Visibility visibility) {
        return catalogue.versions(version.subject(), visibility).stream()
                .noneMatch(other -> other.version() > version.version());
    }

    private Reply byId(Call call) {
        return Reply.of(
                store.decide(rules -> holder(rules.catalogue(), call)
                        .then(version -> new Outcome.Granted<>(document(rules.catalogue(), version, call)))),
                Function.identity());
    }

    private static ObjectNode document(SchemaCatalogue catalogue, SchemaVersion version, Call call) {
        ObjectNode document = Documents.schema(version);
        if (call.query().containsKey("subject")) {
            document.put("subject", version.subject()).put("version", version.version());
        }
        if (call.flag("fetchMaxId")) {
            document.put("maxId", catalogue.highestId());
        }
        return document;
    }

    private Reply schema(Call call) {
        return Reply.reply(
                store.decide(rules -> holder(rules.catalogue(), call)),
                version -> Reply.raw(version.content().text()));
    }

    /** The subject is a hint for registries with several worlds of ids; a wrong one does no harm here. */
    private static Outcome<SchemaVersion> holder(SchemaCatalogue catalogue, Call call) {
        List<SchemaVersion> holders = catalogue.versionsOf(call.id(), Visibility.WITH_DELETED);
        String hint = call.query().getOrDefault("subject", "");
        return holders.stream()
                .filter(version -> version.subject().equals(hint))
                .findFirst()
                .or(() -> holders.stream().filter(version -> !version.deleted()).findFirst())
                .or(() -> holders.stream().findFirst())
                .<Outcome<SchemaVersion>>map(Outcome.Granted::new)
                .orElseGet(() -> new Outcome.Refused<>(Refusal.schemaNotFound(call.id())));
    }

    private Reply subjects(Call call) {
        return Reply.of(
                store.decide(rules -> holders(rules.catalogue(), call)
                        .then(holders -> new Outcome.Granted<>(call.page(
                                holders.stream().map(SchemaVersion::subject).distinct())))),
                Documents::texts);
    }

    private Reply versions(Call call) {
        return Reply.of(
                store.decide(rules -> holders(rules.catalogue(), call)
                        .then(holders ->
                                new Outcome.Granted<>(call.page(holders.stream().map(Documents::subjectVersion))))),
                Documents::list);
    }

    private static Outcome<List<SchemaVersion>> holders(SchemaCatalogue catalogue, Call call) {
        return catalogue.versionsOf(call.id(), Visibility.WITH_DELETED).isEmpty()
                ? new Outcome.Refused<>(Refusal.schemaNotFound())
                : new Outcome.Granted<>(catalogue.versionsOf(call.id(), call.visibility()));
    }

    private Reply byGuid(Call call) {
        String guid = call.path().getOrDefault("guid", "");
        return Reply.of(
                store.decide(rules -> holderOfGuid(rules.catalogue(), guid)
                        .<Outcome<SchemaVersion>>map(Outcome.Granted::new)
                        .orElseGet(() -> new Outcome.Refused<>(
                                new Refusal(Refusal.Reason.SCHEMA_NOT_FOUND, "Schema " + guid + " not found")))),
                Documents::schema);
    }

    private Reply idsOfGuid(Call call) {
        String guid = call.path().getOrDefault("guid", "");
        return Reply.of(
                store.decide(rules -> new Outcome.Granted<>(holderOfGuid(rules.catalogue(), guid).stream()
                        .map(version -> Documents.empty().put("context", ".").put("id", version.id()))
                        .toList())),
                Documents::list);
    }

    private static Optional<SchemaVersion> holderOfGuid(SchemaCatalogue catalogue, String guid) {
        return catalogue
                .versions(Visibility.WITH_DELETED)
                .filter(version -> version.content().guid().toString().equals(guid))
                .findFirst();
    }
}

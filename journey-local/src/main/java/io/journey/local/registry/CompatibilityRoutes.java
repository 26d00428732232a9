package io.journey.local.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journey.local.registry.catalogue.Outcome;
import io.journey.local.registry.catalogue.Refusal;
import io.journey.local.registry.catalogue.SchemaCatalogue;
import io.journey.local.registry.catalogue.SchemaVersion;
import io.journey.local.registry.catalogue.VersionNumber;
import io.journey.local.registry.catalogue.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Questions whether a schema would be accepted, without registering it. */
final class CompatibilityRoutes {

    private final CatalogueStore store;

    CompatibilityRoutes(CatalogueStore store) {
        this.store = store;
    }

    List<Route> table() {
        return List.of(
                Route.post("/compatibility/subjects/{subject}/versions", this::withAll),
                Route.post("/compatibility/subjects/{subject}/versions/{version}", this::withOne));
    }

    private Reply withAll(Call call) {
        return verdict(call, catalogue -> new Outcome.Granted<>(catalogue.versions(call.subject(), Visibility.LIVE)));
    }

    private Reply withOne(Call call) {
        return verdict(
                call,
                catalogue -> VersionNumber.parse(call.path().getOrDefault("version", ""))
                        .then(number -> one(catalogue, call.subject(), number)));
    }

    /** A subject without a latest version has nothing that a schema could break; a numbered version must exist. */
    private static Outcome<List<SchemaVersion>> one(SchemaCatalogue catalogue, String subject, VersionNumber number) {
        Optional<SchemaVersion> version = catalogue.version(subject, number, Visibility.LIVE);
        return version.isEmpty() && !number.equals(VersionNumber.LATEST)
                ? new Outcome.Refused<>(Refusal.versionNotFound(number))
                : new Outcome.Granted<>(version.stream().toList());
    }

    private Reply verdict(Call call, Function<SchemaCatalogue, Outcome<List<SchemaVersion>>> against) {
        Outcome<List<String>> faults = store.decide(rules -> against.apply(rules.catalogue())
                .then(versions -> SubmissionJson.read(call.body())
                        .then(submission -> rules.registrations()
                                .incompatibilities(call.subject(), submission, call.spelling(), versions))));
        if (call.flag("verbose")
                && faults instanceof Outcome.Refused<List<String>> refused
                && refused.refusal().reason() == Refusal.Reason.INVALID_SCHEMA) {
            return verdict(call, List.of(refused.refusal().message()));
        }
        return Reply.reply(faults, messages -> verdict(call, messages));
    }

    private static Reply verdict(Call call, List<String> messages) {
        ObjectNode document = Documents.compatible(messages.isEmpty());
        if (call.flag("verbose")) {
            document.set("messages", Documents.texts(messages));
        }
        return Reply.ok(document);
    }
}

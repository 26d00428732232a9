package io.journey.local.registry;

import io.journey.local.registry.catalogue.Enforcement;
import io.journey.local.registry.catalogue.Outcome;
import io.journey.local.registry.catalogue.Refusal;
import io.journey.local.registry.catalogue.SchemaCatalogue;
import io.journey.local.registry.catalogue.SchemaVersion;
import io.journey.local.registry.catalogue.VersionNumber;
import io.journey.local.registry.catalogue.Visibility;
import java.time.Clock;
import java.util.List;

/** The versions of a subject: list, register, read, delete. */
final class VersionRoutes {

    private final CatalogueStore store;
    private final Clock clock;

    VersionRoutes(CatalogueStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    List<Route> table() {
        return List.of(
                Route.get("/subjects/{subject}/versions", this::versions),
                Route.post("/subjects/{subject}/versions", this::register),
                Route.get("/subjects/{subject}/versions/{version}", this::version),
                Route.delete("/subjects/{subject}/versions/{version}", this::deleteVersion),
                Route.get("/subjects/{subject}/versions/{version}/schema", this::schema),
                Route.get("/subjects/{subject}/versions/{version}/referencedby", this::referrers));
    }

    private Reply register(Call call) {
        Enforcement enforcement = call.flag("force") ? Enforcement.FORCED : Enforcement.CHECKED;
        return Reply.of(
                SubmissionJson.read(call.body())
                        .then(submission -> store.decide(rules -> rules.registrations()
                                .register(call.subject(), submission, call.spelling(), enforcement, clock.instant()))),
                Documents::version);
    }

    private Reply deleteVersion(Call call) {
        return Reply.reply(
                number(call)
                        .then(number -> store.decide(
                                rules -> rules.deletions().deleteVersion(call.subject(), number, call.permanence()))),
                deleted -> Reply.raw(String.valueOf(deleted)));
    }

    private Reply versions(Call call) {
        return Reply.of(store.decide(rules -> versions(rules.catalogue(), call)), Documents::numbers);
    }

    private static Outcome<List<Integer>> versions(SchemaCatalogue catalogue, Call call) {
        Visibility visibility = call.flag("deletedAsNegative") ? Visibility.WITH_DELETED : call.listVisibility();
        Visibility existence = call.flag("deletedOnly") ? Visibility.WITH_DELETED : visibility;
        if (catalogue.versions(call.subject(), existence).isEmpty()) {
            return new Outcome.Refused<>(Refusal.subjectNotFound(call.subject()));
        }
        return new Outcome.Granted<>(call.page(catalogue.versions(call.subject(), visibility).stream()
                .map(version ->
                        call.flag("deletedAsNegative") && version.deleted() ? -version.version() : version.version())));
    }

    private Reply version(Call call) {
        return Reply.of(found(call, call.visibility()), Documents::version);
    }

    private Reply schema(Call call) {
        return Reply.reply(
                found(call, call.visibility()),
                version -> Reply.raw(version.content().text()));
    }

    private Reply referrers(Call call) {
        return Reply.of(
                number(call)
                        .then(number -> store.decide(rules -> find(
                                        rules.catalogue(), call.subject(), number, Visibility.WITH_DELETED)
                                .then(target -> new Outcome.Granted<>(
                                        call.page(rules.catalogue().referrers(target, call.visibility()).stream()
                                                .map(SchemaVersion::id)
                                                .distinct()))))),
                Documents::numbers);
    }

    private Outcome<SchemaVersion> found(Call call, Visibility visibility) {
        return number(call)
                .then(number -> store.decide(rules -> find(rules.catalogue(), call.subject(), number, visibility)));
    }

    private static Outcome<SchemaVersion> find(
            SchemaCatalogue catalogue, String subject, VersionNumber number, Visibility visibility) {
        return catalogue
                .version(subject, number, visibility)
                .<Outcome<SchemaVersion>>map(Outcome.Granted::new)
                .orElseGet(() -> new Outcome.Refused<>(
                        catalogue.versions(subject, visibility).isEmpty()
                                ? Refusal.subjectNotFound(subject)
                                : Refusal.versionNotFound(number)));
    }

    private static Outcome<VersionNumber> number(Call call) {
        return VersionNumber.parse(call.path().getOrDefault("version", ""));
    }
}

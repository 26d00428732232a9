package io.journey.local.registry;

import io.journey.local.registry.catalogue.Outcome;
import io.journey.local.registry.catalogue.SchemaCatalogue;
import io.journey.local.registry.catalogue.SchemaVersion;
import io.journey.local.registry.catalogue.Visibility;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Subjects: list, find a schema under one, delete one. */
final class SubjectRoutes {

    private final CatalogueStore store;

    SubjectRoutes(CatalogueStore store) {
        this.store = store;
    }

    List<Route> table() {
        return List.of(
                Route.get("/subjects", this::subjects),
                Route.post("/subjects/{subject}", this::find),
                Route.delete("/subjects/{subject}", this::deleteSubject));
    }

    private Reply subjects(Call call) {
        return Reply.of(
                store.decide(rules -> new Outcome.Granted<>(
                        call.page(subjects(rules.catalogue(), call.subjectPrefix(), call.listVisibility())))),
                Documents::texts);
    }

    private static Stream<String> subjects(SchemaCatalogue catalogue, String prefix, Visibility visibility) {
        // A subject with any live version is not a deleted one.
        Set<String> live = visibility == Visibility.DELETED_ONLY
                ? catalogue
                        .versions(Visibility.LIVE)
                        .map(SchemaVersion::subject)
                        .collect(Collectors.toSet())
                : Set.of();
        return catalogue
                .versions(visibility)
                .map(SchemaVersion::subject)
                .distinct()
                .filter(subject -> subject.startsWith(prefix) && !live.contains(subject));
    }

    private Reply find(Call call) {
        return Reply.of(
                SubmissionJson.read(call.body())
                        .then(submission -> store.decide(rules -> rules.registrations()
                                .find(call.subject(), submission, call.spelling(), call.visibility()))),
                Documents::version);
    }

    private Reply deleteSubject(Call call) {
        return Reply.of(
                store.decide(rules -> rules.deletions().deleteSubject(call.subject(), call.permanence())),
                Documents::numbers);
    }
}

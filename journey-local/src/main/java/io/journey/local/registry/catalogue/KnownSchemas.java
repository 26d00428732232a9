package io.journey.local.registry.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** Recognises schemas that a subject has already. */
final class KnownSchemas {

    private final SchemaCatalogue catalogue;
    private final SchemaParser parser;

    KnownSchemas(SchemaCatalogue catalogue, SchemaParser parser) {
        this.catalogue = catalogue;
        this.parser = parser;
    }

    /** The version that a registration would only repeat. */
    Optional<SchemaVersion> repeated(String subject, ParsedSchema schema, Submission submission) {
        if (submission.wantsLatest()) {
            return catalogue
                    .version(subject, VersionNumber.LATEST, Visibility.LIVE)
                    .filter(latest -> same(schema, latest) && submission.accepts(latest.id()));
        }
        if (submission.wantsAnyVersion()) {
            return equal(subject, schema, Visibility.LIVE).filter(version -> submission.accepts(version.id()));
        }
        return catalogue
                .version(subject, new VersionNumber(submission.version().getAsInt()), Visibility.LIVE)
                .filter(version -> submission.id().isPresent() && submission.accepts(version.id()))
                .filter(version -> version.content().equals(schema.content()));
    }

    /** The newest version that is this schema, letter by letter if there is one. */
    Optional<SchemaVersion> equal(String subject, ParsedSchema schema, Visibility visibility) {
        List<SchemaVersion> newestFirst = catalogue.versions(subject, visibility).stream()
                .sorted(Comparator.comparingInt(SchemaVersion::version).reversed())
                .toList();
        return newestFirst.stream()
                .filter(version -> version.content().equals(schema.content()))
                .findFirst()
                .or(() -> newestFirst.stream()
                        .filter(version -> same(schema, version))
                        .findFirst());
    }

    /** Equal but for the order of keys, or for borrowed types that the caller has put in place. */
    private boolean same(ParsedSchema schema, SchemaVersion version) {
        List<Reference> sent = schema.content().references();
        boolean alike =
                sent.isEmpty() || pinned(sent).equals(pinned(version.content().references()));
        return alike && tree(schema.avro()).equals(tree(parser.parse(version).avro()));
    }

    private List<Reference> pinned(List<Reference> references) {
        return references.stream().map(this::pinned).toList();
    }

    private Reference pinned(Reference reference) {
        return catalogue
                .version(reference.subject(), new VersionNumber(reference.version()), Visibility.WITH_DELETED)
                .map(target -> new Reference(reference.name(), reference.subject(), target.version()))
                .orElse(reference);
    }

    private static JsonNode tree(Schema schema) {
        return JsonSpelling.tree(schema.toString());
    }
}

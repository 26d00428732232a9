package io.journey.local.registry.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/** Turns text into schemas: follows references, lets Avro check the rest, and settles the spelling. */
final class SchemaParser {

    /** How much of a schema is checked. */
    enum Checking {
        /** Names and defaults too; borrowed types must be live. */
        STRICT,
        /** What was accepted once is accepted again. */
        LENIENT
    }

    private final SchemaCatalogue catalogue;

    SchemaParser(SchemaCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Outcome<ParsedSchema> parse(Submission submission, Checking checking, Spelling spelling) {
        return parse(submission, Visibility.LIVE, checking, spelling);
    }

    /** A stored schema again; what it borrows may have been deleted since, but is still there. */
    ParsedSchema parse(SchemaVersion stored) {
        Submission again = Submission.of(stored.content().text())
                .borrowing(stored.content().references());
        Outcome<ParsedSchema> outcome = parse(again, Visibility.WITH_DELETED, Checking.LENIENT, Spelling.AS_WRITTEN);
        if (outcome instanceof Outcome.Granted<ParsedSchema> granted) {
            return granted.answer();
        }
        throw new IllegalStateException("stored schema of subject " + stored.subject() + ", version " + stored.version()
                + " cannot be read again: " + outcome);
    }

    private Outcome<ParsedSchema> parse(
            Submission submission, Visibility borrowable, Checking checking, Spelling spelling) {
        if (submission.text().isBlank()) {
            return new Outcome.Refused<>(Refusal.invalidSchema("Empty schema"));
        }
        Set<SchemaVersion> borrowed = new LinkedHashSet<>();
        Optional<Refusal> dangling = collect(submission.references(), borrowable, borrowed);
        if (dangling.isPresent()) {
            return new Outcome.Refused<>(dangling.get());
        }
        List<String> texts =
                borrowed.stream().map(version -> version.content().text()).toList();
        try {
            ParsedSchema asWritten = parse(submission.text(), texts, submission.references(), checking);
            return new Outcome.Granted<>(spelling == Spelling.AS_WRITTEN ? asWritten : normalized(asWritten, texts));
        } catch (RuntimeException fault) {
            // Avro has an exception for bad schemas, but lets through whatever else it stumbles over in them.
            return new Outcome.Refused<>(Refusal.invalidSchema("Invalid schema " + submission.text() + " with refs "
                    + submission.references() + " of type AVRO, details: " + fault.getMessage()));
        }
    }

    /** Adds what is borrowed, each after what it borrows itself, as Avro must meet them in that order. */
    private Optional<Refusal> collect(List<Reference> references, Visibility borrowable, Set<SchemaVersion> borrowed) {
        for (Reference reference : references) {
            Optional<SchemaVersion> target =
                    catalogue.version(reference.subject(), new VersionNumber(reference.version()), borrowable);
            if (target.isEmpty()) {
                return Optional.of(
                        Refusal.invalidSchema("Invalid schema, details: No schema reference found for subject \""
                                + reference.subject() + "\" and version " + reference.version()));
            }
            Optional<Refusal> deeper = collect(target.get().content().references(), borrowable, borrowed);
            if (deeper.isPresent()) {
                return deeper;
            }
            borrowed.add(target.get());
        }
        return Optional.empty();
    }

    // Avro's newer printers have no way to leave borrowed types out.
    @SuppressWarnings("deprecation")
    private static ParsedSchema parse(
            String text, List<String> borrowed, List<Reference> references, Checking checking) {
        Schema.Parser parser = parser(checking);
        List<Schema> named = new ArrayList<>();
        for (String other : borrowed) {
            named.add(parser.parse(other));
        }
        Schema schema = parser.parse(JsonSpelling.unwrapped(text));
        return new ParsedSchema(new SchemaContent(schema.toString(named, false), references), schema);
    }

    private static Schema.Parser parser(Checking checking) {
        boolean strict = checking == Checking.STRICT;
        Schema.Parser parser = new Schema.Parser(strict ? NameValidator.STRICT_VALIDATOR : NameValidator.NO_VALIDATION);
        return parser.setValidateDefaults(strict);
    }

    private static ParsedSchema normalized(ParsedSchema written, List<String> borrowed) {
        String sorted = JsonSpelling.sorted(written.content().text());
        List<Reference> references =
                written.content().references().stream().sorted().distinct().toList();
        return parse(sorted, borrowed, references, Checking.LENIENT);
    }
}

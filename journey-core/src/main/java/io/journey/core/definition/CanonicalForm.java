package io.journey.core.definition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a definition means as ASCII text, equal for equal meanings.
 *
 * <p>What has an order (stages, rules, personas, the ladder) keeps it, what has none is sorted. A change of this form
 * changes the fingerprint of every definition, so it begins with its own number.
 */
final class CanonicalForm {

    private static final int NUMBER = 1;

    private final List<String> lines = new ArrayList<>();

    private CanonicalForm() {}

    static String of(Definition definition) {
        CanonicalForm form = new CanonicalForm();
        form.line("canonical", String.valueOf(NUMBER));
        form.addGeneral(definition);
        form.addIdentity(definition.identity());
        definition.stages().forEach(form::addStage);
        form.addRestarts(definition.restarts());
        definition.rules().forEach(form::addRule);
        form.line("profile-attributes", sortedTexts(definition.profileAttributes().stream()));
        definition.personas().forEach(form::addPersona);
        form.line("segments", sorted(definition.segments().stream().map(CanonicalForm::segment)));
        form.line("windows", sorted(definition.windows().stream().map(WindowKind::label)));
        return String.join("\n", form.lines);
    }

    private void addGeneral(Definition definition) {
        line("journey", CanonicalText.quoted(definition.journey()));
        line("version", String.valueOf(definition.version()));
        // Normalised, so that UTC, Etc/UTC and Z are one zone.
        line("zone", CanonicalText.quoted(definition.zone().normalized().getId()));
        line("initial-stage", String.valueOf(definition.initialStage()));
        Conversion conversion = definition.conversion();
        line("conversion", String.valueOf(conversion.stage()), milliseconds(conversion.window()));
    }

    private void addIdentity(IdentityRules identity) {
        line(
                "ladder",
                String.join(
                        " ",
                        identity.ladder().stream().map(CanonicalText::quoted).toList()));
        for (Map.Entry<String, Set<String>> ignored : new TreeMap<>(identity.ignore()).entrySet()) {
            if (!ignored.getValue().isEmpty()) {
                line("ignore", CanonicalText.quoted(ignored.getKey()), sortedTexts(ignored.getValue().stream()));
            }
        }
        line("lookback", milliseconds(identity.lookback()));
    }

    private void addStage(Stage stage) {
        line(
                "stage",
                CanonicalText.quoted(stage.id()),
                stage.exit() ? "exit" : "ordered",
                milliseconds(stage.lapseAfter()),
                sorted(stage.stickyAgainst().stream().map(String::valueOf)),
                milliseconds(stage.targetDwell()));
    }

    /** As the set of pairs that they amount to, however those are spread over entries. */
    private void addRestarts(List<Restart> restarts) {
        line(
                "restarts",
                sorted(restarts.stream()
                        .flatMap(restart -> restart.from().stream()
                                .flatMap(from -> restart.to().stream().map(to -> from + ">" + to)))
                        .distinct()));
    }

    private void addRule(Rule rule) {
        Rule.Count count = rule.count();
        String counted = count == null ? "each" : count.atLeast() + " within " + milliseconds(count.within());
        line("rule", String.valueOf(rule.stage()), counted, CanonicalText.of(rule.when()));
    }

    private void addPersona(Persona persona) {
        line("persona", CanonicalText.quoted(persona.id()), CanonicalText.of(persona.when()));
    }

    private void line(String name, String... values) {
        lines.add(name + " " + String.join(" ", values));
    }

    private static String segment(Segment segment) {
        return sorted(segment.dimensions().stream().map(Segment.Dimension::label));
    }

    private static String sortedTexts(Stream<String> texts) {
        return sorted(texts.map(CanonicalText::quoted));
    }

    private static String sorted(Stream<String> values) {
        return "[" + String.join(" ", values.sorted().toList()) + "]";
    }

    private static String milliseconds(@Nullable Duration duration) {
        return duration == null ? "none" : String.valueOf(duration.toMillis());
    }
}

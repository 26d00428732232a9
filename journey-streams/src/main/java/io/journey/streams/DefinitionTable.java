package io.journey.streams;

import io.journey.core.definition.Definition;
import io.journey.core.definition.Persona;
import io.journey.core.definition.Segment;
import io.journey.core.definition.Stage;
import io.journey.core.definition.WindowKind;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.DefinitionKey;
import io.journey.events.v1.StageKey;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.table.PublishedTopics;
import io.journey.streams.table.TopicTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The definitions and stages that results are published for, as rows of their topics. */
final class DefinitionTable implements AutoCloseable {

    private final PublishedTopics published;
    private final StreamsSettings settings;
    private final TopicTable<DefinitionKey, io.journey.events.v1.Definition> table;

    DefinitionTable(PublishedTopics published, StreamsSettings settings) {
        this.published = published;
        this.settings = settings;
        this.table = published.table(JourneyTopic.DEFINITIONS);
    }

    /**
     * @throws DefinitionConflictException if the topics hold results of another definition with this id, or another
     *     application publishes them
     */
    void check(Definition definition) {
        var known = table.refresh().get(new DefinitionKey(definition.journey()));
        if (known == null) {
            return;
        }
        if (!known.getFingerprint().equals(definition.fingerprint())) {
            String difference = known.getVersion() == definition.version()
                    ? "another content under the same version " + definition.version()
                            + "; a change needs a new version"
                    : "version " + known.getVersion() + ", this is version " + definition.version();
            throw new DefinitionConflictException("definition " + definition.journey() + ": the topics hold results of "
                    + difference + ". Compute the new version beside them, under another "
                    + StreamsSettings.RESULTS_PREFIX + ", then let journey definition activate put it in their place");
        }
        String application = known.getApplication();
        if (application != null && !application.equals(settings.applicationId(definition))) {
            throw new DefinitionConflictException("definition " + definition.journey() + ": the application "
                    + application + " publishes its results, and this one is "
                    + settings.applicationId(definition) + ". Set " + StreamsSettings.APPLICATION_PREFIX
                    + " to what that one's id begins with, or publish elsewhere, under another "
                    + StreamsSettings.RESULTS_PREFIX);
        }
    }

    void publish(Definition definition) {
        DefinitionKey key = new DefinitionKey(definition.journey());
        var row = row(definition);
        if (!row.equals(table.refresh().get(key))) {
            published.write(JourneyTopic.STAGES, stages(definition));
            published.write(JourneyTopic.DEFINITIONS, List.of(new PublishedTopics.Row(key, row)));
        }
    }

    private io.journey.events.v1.Definition row(Definition definition) {
        return new io.journey.events.v1.Definition(
                definition.version(),
                definition.fingerprint(),
                definition.zone().getId(),
                definition.stages().get(definition.conversion().stage()).id(),
                definition.conversion().window().toMillis(),
                definition.windows().stream().map(WindowKind::label).collect(Collectors.joining(",")),
                definition.segments().stream().map(DefinitionTable::dimensions).collect(Collectors.joining(",")),
                definition.personas().stream().map(Persona::id).collect(Collectors.joining(",")),
                settings.applicationId(definition));
    }

    private static String dimensions(Segment segment) {
        return segment.dimensions().stream().map(Segment.Dimension::label).collect(Collectors.joining("+"));
    }

    private static List<PublishedTopics.Row> stages(Definition definition) {
        List<PublishedTopics.Row> rows = new ArrayList<>();
        for (int position = 0; position < definition.stages().size(); position++) {
            Stage stage = definition.stages().get(position);
            rows.add(new PublishedTopics.Row(
                    new StageKey(definition.journey(), stage.id()),
                    new io.journey.events.v1.Stage(
                            definition.version(),
                            position,
                            stage.exit(),
                            position == definition.initialStage(),
                            millis(stage.lapseAfter()),
                            millis(stage.targetDwell()))));
        }
        return rows;
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : Long.valueOf(duration.toMillis());
    }

    @Override
    public void close() {
        table.close();
    }
}

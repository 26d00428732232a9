package io.journey.streams.service;

import io.journey.core.definition.Definition;
import io.journey.events.registry.RegistryClient;
import io.journey.events.registry.RegistryConfig;
import io.journey.events.registry.RegistrySettings;
import io.journey.events.topic.Subject;
import io.journey.events.topic.TopicLayout;
import io.journey.service.Version;
import io.journey.streams.config.StreamsSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;

/** Says what runs here: version, definitions, and the ids of the schemas that are written. */
final class Info {

    private final StreamsSettings settings;
    private final List<Definition> definitions;

    Info(StreamsSettings settings, List<Definition> definitions) {
        this.settings = settings;
        this.definitions = definitions;
    }

    /** One definition, and by which name of all its topics and groups it is told apart. */
    record Defined(String journey, int version, String fingerprint, String applicationId) {}

    Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("service", "journey-streams");
        content.put("version", Version.number());
        content.put("instance", settings.instanceId());
        content.put("topicPrefix", settings.topics().prefix());
        content.put("resultsPrefix", settings.topics().resultsPrefix());
        content.put(
                "definitions",
                definitions.stream()
                        .map(definition -> new Defined(
                                definition.journey(),
                                definition.version(),
                                definition.fingerprint(),
                                settings.applicationId(definition)))
                        .toList());
        content.put("schemaIds", schemaIds());
        return content;
    }

    /** By subject; what the registry does not say is told in the place of the id. */
    private Map<String, Object> schemaIds() {
        Map<String, Object> ids = new TreeMap<>();
        Map<String, Object> clients = settings.clients();
        if (!clients.containsKey(RegistryConfig.URL)) {
            return ids;
        }
        try {
            RegistryClient registry = RegistryClient.shared(RegistrySettings.of(clients));
            TopicLayout layout = new TopicLayout(settings.topics(), settings.partitions(), settings.replication());
            for (Subject subject : Subject.of(layout)) {
                ids.put(subject.name(), registry.idOf(subject.name(), subject.schema()));
            }
        } catch (KafkaException unanswered) {
            ids.put("unknown", String.valueOf(unanswered.getMessage()));
        }
        return ids;
    }
}

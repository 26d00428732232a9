package io.journey.events.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.journey.events.registry.PublishedSchema;
import io.journey.events.registry.RegistryClient;
import io.journey.events.registry.RegistryRefusedException;
import io.journey.events.registry.RegistrySettings;
import io.journey.events.registry.SchemaPolicy;
import io.journey.events.reject.RejectReason;
import io.journey.events.support.Apicurio;
import io.journey.events.support.Touchpoints;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.topic.ProvisioningException;
import io.journey.events.topic.SchemaProvisioner;
import io.journey.events.topic.TopicLayout;
import io.journey.events.v1.Stage;
import io.journey.events.v1.Touchpoint;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApicurioTest {

    private Apicurio apicurio;

    @BeforeAll
    void startRegistry() throws Exception {
        apicurio = Apicurio.start();
    }

    @AfterAll
    void stopRegistry() {
        apicurio.close();
    }

    @Test
    void eventsGoThroughIt() {
        SpecificAvroSerde<Touchpoint> serde = new SpecificAvroSerde<>();
        serde.configure(settings(Map.of("auto.register.schemas", "true")), false);

        byte[] bytes = serde.serializer().serialize("through", Touchpoints.full());

        assertThat(serde.deserializer().deserialize("through", bytes)).isEqualTo(Touchpoints.full());
    }

    @Test
    void anIdItDoesNotKnowIsAnUnknownSchema() {
        SpecificAvroDeserializer<Touchpoint> deserializer = new SpecificAvroDeserializer<>();
        deserializer.configure(settings(Map.of()), false);

        UndecodableException unknown = catchThrowableOfType(
                UndecodableException.class, () -> deserializer.deserialize("through", new byte[] {0, 1, 1, 1, 1, 0}));

        assertThat(unknown.reason()).isEqualTo(RejectReason.UNKNOWN_SCHEMA);
    }

    @Test
    void allSchemasAreRegisteredOnceAndFoundFromThenOn() {
        TopicLayout layout = new TopicLayout("provisioned", 1, (short) 1);

        ProvisioningException absent = catchThrowableOfType(
                ProvisioningException.class,
                () -> new SchemaProvisioner(client(), SchemaPolicy.REQUIRE, layout).provision());
        new SchemaProvisioner(client(), SchemaPolicy.REGISTER, layout).provision();

        assertThat(absent.differences()).hasSize(2 * JourneyTopic.values().length);
        assertThat(absent).hasMessageContaining("provisioned.clock.v1-key");
        for (SchemaPolicy policy : SchemaPolicy.values()) {
            assertThatCode(() -> new SchemaProvisioner(client(), policy, layout).provision())
                    .as(policy.name())
                    .doesNotThrowAnyException();
        }
        assertThat(client().compatibilityLevel("provisioned.funnel.v1-value")).isEqualTo("FULL_TRANSITIVE");
    }

    @Test
    void anIncompatibleSchemaIsRefusedWithTheDifference() {
        Schema stage = PublishedSchema.of(Stage.getClassSchema());
        Schema narrower = new Schema.Parser().parse(stage.toString().replace("\"long\"", "\"string\""));
        client().register("guarded-value", stage);
        client().setCompatibilityLevel("guarded-value", "FULL_TRANSITIVE");

        assertThat(client().incompatibilities("guarded-value", stage)).isEmpty();
        assertThat(client().incompatibilities("guarded-value", narrower)).isNotEmpty();
        assertThatThrownBy(() -> client().register("guarded-value", narrower))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("under subject guarded-value")
                .hasMessageContaining("version 1 is registered: field lapseAfterMs is [\"null\",\"string\"] in ours");
    }

    private RegistryClient client() {
        return new RegistryClient(RegistrySettings.of(settings(Map.of())));
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("schema.registry.url", apicurio.ccompat()));
        settings.putAll(more);
        return settings;
    }
}

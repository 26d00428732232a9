package io.journey.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RegistryExtension.class)
class RegistrationTest {

    @Test
    void aSchemaIsRegisteredFoundAndReadById(RegistryClient registry) {
        RegistryClient.Answer registered = registry.register("words-value", "{\"type\": \"string\"}");
        RegistryClient.Answer found = registry.post("/subjects/words-value", RegistryClient.schema("\"string\""));
        RegistryClient.Answer read = registry.get("/schemas/ids/1");

        assertThat(registered.status()).isEqualTo(200);
        assertThat(registered.body().path("id").asInt()).isEqualTo(1);
        assertThat(found.body().path("version").asInt()).isEqualTo(1);
        assertThat(found.body().path("id").asInt()).isEqualTo(1);
        assertThat(read.body().path("schema").asText()).isEqualTo("\"string\"");
        assertThat(read.body().path("schemaType").asText()).isEqualTo("AVRO");
    }
}

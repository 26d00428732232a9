package io.journey.local.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.registry.RegistryClient;
import io.journey.events.registry.RegistrySettings;
import io.journey.local.Ran;
import io.journey.local.house.House;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemasCommandTest {

    private House house;
    private RegistryClient registry;

    @BeforeAll
    void open(@TempDir Path directory) {
        house = House.open(directory, 0, 0);
        registry = new RegistryClient(RegistrySettings.of(
                Map.of("schema.registry.url", house.cluster().registry().toString())));
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void aPlanIsAppliedAndThenThereIsNothingToDo() {
        Ran plan = schemas("plan", "new");
        assertThat(plan.exitCode()).isEqualTo(3);
        assertThat(plan.out())
                .contains("new.touchpoints.v1-value: to register, the first version\n")
                .endsWith("26 subjects: 26 to register, 0 levels to set, 0 refused, 0 as they should be\n");

        Ran apply = schemas("apply", "new");
        assertThat(apply.err()).isEmpty();
        assertThat(apply.exitCode()).isZero();
        assertThat(registry.compatibilityLevel("new.touchpoints.v1-value")).isEqualTo("FULL_TRANSITIVE");

        registry.setCompatibilityLevel("new.clock.v1-key", "NONE");
        Ran again = schemas("plan", "new");
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.out())
                .contains("new.clock.v1-key: level is NONE, expected FULL_TRANSITIVE; apply sets it\n")
                .endsWith("26 subjects: 0 to register, 1 levels to set, 0 refused, 25 as they should be\n");

        assertThat(schemas("apply", "new").exitCode()).isZero();
        assertThat(schemas("plan", "new").exitCode()).isZero();
    }

    /** Under NONE the registry itself would take them. */
    @Test
    void everySchemaThatDoesNotFitIsToldInOneMessageAndNothingIsRegistered() {
        registry.register("odd.clock.v1-key", record("ClockKey", "other"));
        registry.register("odd.funnel.v1-value", record("Other", "journeys"));
        List.of("odd.clock.v1-key", "odd.funnel.v1-value")
                .forEach(subject -> registry.setCompatibilityLevel(subject, "NONE"));

        Ran plan = schemas("plan", "odd");
        assertThat(plan.exitCode()).isEqualTo(1);
        assertThat(plan.out()).contains("odd.clock.v1-key: refused, ours cannot read what version 1 wrote: ");

        Ran apply = schemas("apply", "odd");
        assertThat(apply.exitCode()).isEqualTo(1);
        assertThat(apply.err().lines())
                .singleElement()
                .asString()
                .contains("subject odd.clock.v1-key: ours cannot read what version 1 wrote: ")
                .contains("subject odd.funnel.v1-value: version 1 cannot read what ours writes: ")
                .contains("nothing was changed");
        assertThat(registry.subjects()).doesNotContain("odd.touchpoints.v1-value");
    }

    private static Schema record(String name, String field) {
        return SchemaBuilder.record(name)
                .namespace("io.journey.events.v1")
                .fields()
                .requiredString(field)
                .endRecord();
    }

    private Ran schemas(String verb, String prefix) {
        return Ran.command(
                "schemas", verb, "--registry", house.cluster().registry().toString(), "--topic-prefix", prefix);
    }
}

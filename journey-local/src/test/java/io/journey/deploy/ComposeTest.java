package io.journey.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ComposeTest {

    private static final Pattern IMAGE = Pattern.compile("(?m)^ +image: (\\S+)$");
    private static final Pattern BASE = Pattern.compile("(?m)^ARG \\w+_IMAGE=(\\S+)$");

    private final ProjectFile compose = ProjectFile.at("docker-compose.yml");

    @Test
    void everyImageIsPinnedOrOurs() {
        assertThat(IMAGE.matcher(compose.text()).results())
                .extracting(match -> match.group(1))
                .isNotEmpty()
                .allMatch(image -> image.matches("(journey[a-z-]*:\\$\\{JOURNEY_VERSION:-local}|.+:v?\\d[\\w.-]*)"));
        assertThat(BASE.matcher(ProjectFile.at("Dockerfile").text()).results())
                .extracting(match -> match.group(1))
                .hasSize(2)
                .allMatch(image -> image.matches(".+:\\d+\\.\\d+\\.\\d+.*"));
    }

    @Test
    void portsAreOpenOnThisMachineOnly() {
        Tree services = compose.documents().get(0).at("services");

        assertThat(services.keys()).isNotEmpty();
        assertThat(services.keys().stream().flatMap(name -> services.at(name, "ports").elements().stream()))
                .isNotEmpty()
                .allMatch(port -> port.text().startsWith("127.0.0.1:"));
    }

    @Test
    void eachTargetOfTheDockerfileIsBuilt() {
        assertThat(compose.text()).contains("target: journey-streams}", "target: journey-sink}", "target: journey}");
        assertThat(ProjectFile.at("Dockerfile").text())
                .contains(" AS journey-streams\n", " AS journey-sink\n", " AS journey\n");
    }
}

package io.journey.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.service.Service;
import io.journey.service.ServiceCommand;
import io.journey.sink.service.SinkService;
import io.journey.streams.service.StreamsService;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the deployments put into the environment means something to the services, and is all they need. */
class DeployedSettingsTest {

    private static final String HOST = "instance-1";

    @Test
    void composeGivesThePipelineWhatItNeeds() {
        assertThat(listing(new StreamsService(), ofCompose("journey-streams")))
                .contains(
                        "kafka.state.dir=/var/lib/journey/" + HOST + "  #",
                        "journey.http.advertised=" + HOST + ":8080  #");
    }

    @Test
    void composeGivesTheSinkWhatItNeeds() {
        assertThat(listing(new SinkService(), ofCompose("journey-sink"))).contains("database.url=jdbc:postgresql:");
    }

    @Test
    void kubernetesGivesThePipelineWhatItNeeds() {
        assertThat(listing(new StreamsService(), ofKubernetes("streams.yaml")))
                .contains(
                        "journey.instance.id=" + HOST + "  #",
                        "journey.http.advertised=" + HOST + ".journey-streams-instances:8080  #");
    }

    @Test
    void kubernetesGivesTheSinkWhatItNeeds() {
        assertThat(listing(new SinkService(), ofKubernetes("sink.yaml"))).contains("database.url=jdbc:postgresql:");
    }

    /** Every setting with where it came from, as the service prints it. */
    private static String listing(Service service, Map<String, String> environment) {
        Map<String, String> here = new HashMap<>(environment);
        here.put("HOSTNAME", HOST);
        here.computeIfPresent(
                "JOURNEY_DEFINITIONS",
                (name, mounted) -> ProjectFile.at("journey-local/src/main/resources/definitions")
                        .path()
                        .toString());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = ServiceCommand.of(service, here)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));

        assertThat(command.execute("--print-config")).as(err.toString()).isZero();
        assertThat(err.toString()).isEmpty();
        return out.toString();
    }

    private static Map<String, String> ofCompose(String service) {
        Tree variables = ProjectFile.at("docker-compose.yml").documents().get(0).at("services", service, "environment");
        Map<String, String> environment = new HashMap<>();
        variables
                .keys()
                .forEach(name -> environment.put(name, variables.at(name).text().replace("$$", "$")));
        return environment;
    }

    private static Map<String, String> ofKubernetes(String file) {
        Map<String, String> environment = new HashMap<>();
        ProjectFile.at("deploy/kubernetes/base/kustomization.yaml")
                .documents()
                .get(0)
                .at("configMapGenerator")
                .elements()
                .stream()
                .filter(map -> ProjectFile.at("deploy/kubernetes/base/" + file)
                        .text()
                        .contains("configMapRef: {name: " + map.at("name").text() + "}"))
                .flatMap(map -> map.at("literals").elements().stream())
                .map(literal -> literal.text().split("=", 2))
                .forEach(literal -> environment.put(literal[0], literal[1]));
        ProjectFile.at("deploy/kubernetes/base/" + file).documents().stream()
                .flatMap(Tree::all)
                .flatMap(part -> Stream.of(part.at("env")))
                .flatMap(variables -> variables.elements().stream())
                .forEach(variable -> environment.put(
                        variable.at("name").text(),
                        variable.at("value").isThere() ? variable.at("value").text() : "secret"));
        return environment;
    }
}

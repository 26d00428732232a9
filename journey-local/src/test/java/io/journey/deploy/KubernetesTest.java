package io.journey.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KubernetesTest {

    private static final String BASE = "deploy/kubernetes/base/";
    private static final Set<String> MADE_BY_HAND = Set.of("journey-database", "journey-kafka", "journey-tokens");

    static Stream<Tree> workloads() {
        return documents().filter(document -> document.at("spec", "template").isThere());
    }

    static Stream<Tree> services() {
        return workloads().filter(workload -> !workload.at("kind").text().equals("Job"));
    }

    private static Stream<Tree> documents() {
        return Stream.of(BASE + "streams.yaml", BASE + "sink.yaml", "deploy/kubernetes/provision/job.yaml")
                .flatMap(name -> ProjectFile.at(name).documents().stream());
    }

    private static Tree pod(Tree workload) {
        return workload.at("spec", "template", "spec");
    }

    private static List<Tree> containers(Tree workload) {
        return Stream.of("containers", "initContainers")
                .flatMap(kind -> pod(workload).at(kind).elements().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aPodHasNoMoreRightsThanItNeeds(Tree workload) {
        Tree pod = pod(workload);
        assertThat(pod.at("automountServiceAccountToken").value()).isEqualTo(false);
        assertThat(pod.at("enableServiceLinks").value()).isEqualTo(false);
        assertThat(pod.at("securityContext", "runAsNonRoot").value()).isEqualTo(true);
        assertThat(pod.at("securityContext", "seccompProfile", "type").text()).isEqualTo("RuntimeDefault");
        assertThat(containers(workload)).isNotEmpty().allSatisfy(container -> {
            Tree rights = container.at("securityContext");
            assertThat(rights.at("allowPrivilegeEscalation").value()).isEqualTo(false);
            assertThat(rights.at("readOnlyRootFilesystem").value()).isEqualTo(true);
            assertThat(rights.at("capabilities", "drop").text()).isEqualTo("[ALL]");
            assertThat(container.at("resources", "requests", "cpu").isThere()).isTrue();
            assertThat(container.at("resources", "limits", "memory").text())
                    .isEqualTo(container.at("resources", "requests", "memory").text());
        });
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aPodRunsAsTheUserOfTheImage(Tree workload) {
        String image = ProjectFile.at("Dockerfile").text();
        Tree user = pod(workload).at("securityContext");

        assertThat(image)
                .contains("USER " + user.at("runAsUser").text() + ":"
                        + user.at("runAsGroup").text() + "\n");
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceIsProbedAndGetsTheTimeToEndInOrder(Tree workload) {
        assertThat((Integer) pod(workload).at("terminationGracePeriodSeconds").value())
                .isGreaterThanOrEqualTo(60);
        Tree container = containers(workload).get(0);
        assertThat(container.at("startupProbe", "httpGet", "path").text()).isEqualTo("/health/live");
        assertThat(container.at("livenessProbe", "httpGet", "path").text()).isEqualTo("/health/live");
        assertThat(container.at("readinessProbe", "httpGet", "path").text()).isEqualTo("/health/ready");
        assertThat(container.at("ports").elements())
                .extracting(port -> port.at("name").text())
                .contains(
                        container.at("startupProbe", "httpGet", "port").text(),
                        container.at("livenessProbe", "httpGet", "port").text(),
                        container.at("readinessProbe", "httpGet", "port").text());
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceIsSelectedByItsServiceAndSurvivesADrainOneByOne(Tree workload) {
        String name = workload.at("metadata", "name").text();
        String labels = workload.at("spec", "template", "metadata", "labels").text();

        assertThat(documents()
                        .filter(document ->
                                document.at("metadata", "name").text().equals(name)))
                .filteredOn(document -> document.at("kind").text().equals("Service"))
                .extracting(service -> service.at("spec", "selector").text())
                .containsExactly(labels);
        assertThat(documents()
                        .filter(document ->
                                document.at("metadata", "name").text().equals(name)))
                .filteredOn(document -> document.at("kind").text().equals("PodDisruptionBudget"))
                .extracting(
                        budget -> budget.at("spec", "selector", "matchLabels").text())
                .containsExactly(labels);
    }

    @Test
    void stateAndNameStayWithTheInstance() {
        Tree streams = services()
                .filter(workload -> workload.at("kind").text().equals("StatefulSet"))
                .findFirst()
                .orElseThrow();
        Tree container = containers(streams).get(0);
        String claim = streams.at("spec", "volumeClaimTemplates")
                .elements()
                .get(0)
                .at("metadata", "name")
                .text();
        String mount =
                named(container.at("volumeMounts"), claim).at("mountPath").text();

        assertThat(named(container.at("env"), "JOURNEY_KAFKA_STATE_DIR")
                        .at("value")
                        .text())
                .startsWith(mount + "/");
        assertThat(named(container.at("env"), "JOURNEY_INSTANCE_ID").at("value").text())
                .isEqualTo("${env:HOSTNAME}");
        assertThat(named(container.at("env"), "JOURNEY_HTTP_ADVERTISED")
                        .at("value")
                        .text())
                .isEqualTo(
                        "${env:HOSTNAME}." + streams.at("spec", "serviceName").text() + ":8080");
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void whatAPodReadsIsGeneratedOrMadeByHandAsTheExampleSays(Tree workload) {
        Set<String> generated = ProjectFile.at("deploy/kubernetes/example/kustomization.yaml")
                .documents()
                .get(0)
                .at("configMapGenerator")
                .elements()
                .stream()
                .map(map -> map.at("name").text())
                .collect(Collectors.toSet());

        assertThat(referred(workload, "configMapRef", "configMap")).isSubsetOf(generated);
        assertThat(referred(workload, "secretRef", "secretKeyRef")).isSubsetOf(MADE_BY_HAND);
    }

    @Test
    void theExamplesDefinitionIsTheOneOfTheReadme() {
        String definition = ProjectFile.at("deploy/kubernetes/example/definitions/web-shop.yaml")
                .text();

        assertThat(ProjectFile.at("README.md").text()).contains("```yaml\n" + definition + "```");
    }

    private static Set<String> referred(Tree workload, String... kinds) {
        return pod(workload)
                .all()
                .flatMap(part -> Stream.of(kinds).map(part::at))
                .filter(Tree::isThere)
                .map(reference -> reference.at("name").text())
                .collect(Collectors.toSet());
    }

    private static Tree named(Tree list, String name) {
        return list.elements().stream()
                .filter(element -> element.at("name").text().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

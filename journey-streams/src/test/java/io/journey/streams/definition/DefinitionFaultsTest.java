package io.journey.streams.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of fault is told at its line, under its key, and as often as it is made. */
class DefinitionFaultsTest {

    /** A line of faults.txt that is spoilt, and what must be told then. */
    record Case(String spoilt, List<String> faults) {

        @Override
        public String toString() {
            return spoilt;
        }

        String text() {
            String[] parts = spoilt.split(" ", 2);
            String replacement = parts.length == 1 ? "" : parts[1].replace("\\n", "\n");
            return Definitions.spoilt(Integer.parseInt(parts[0]), replacement);
        }
    }

    @Test
    void theUnspoiltDefinitionIsCorrect() {
        assertThat(Definitions.definition(Definitions.CORRECT).journey()).isEqualTo("shop");
    }

    @ParameterizedTest
    @MethodSource
    void tellsWhatIsWrong(Case spoilt) {
        assertThat(Definitions.faults(spoilt.text())).isEqualTo(spoilt.faults());
    }

    static Stream<Case> tellsWhatIsWrong() {
        List<Case> cases = new ArrayList<>();
        for (String line : Definitions.resource("faults.txt").lines().toList()) {
            if (line.startsWith("  ")) {
                cases.get(cases.size() - 1).faults().add("shop.yaml:" + line.strip());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                cases.add(new Case(line, new ArrayList<>()));
            }
        }
        return cases.stream();
    }

    @Test
    void tellsADozenFaultsAtOnce() {
        String expected = Definitions.resource("a-dozen-faults.txt");

        assertThat(Definitions.faults(Definitions.resource("a-dozen-faults.yaml")))
                .hasSizeGreaterThanOrEqualTo(12)
                .isEqualTo(expected.lines().toList());
    }

    @Test
    void aDefinitionIsAMap() {
        assertThat(Definitions.faults("- journey: shop\n"))
                .containsExactly("shop.yaml:1: found a list, expected a map with the keys journey, version, timeZone,"
                        + " identity, stages, initialStage, conversion, restart, rules, profileAttributes, personas,"
                        + " segments, windows");
    }

    @Test
    void anEmptyMapLacksEveryRequiredKey() {
        assertThat(Definitions.faults("{}"))
                .containsExactlyElementsOf(Stream.of(
                                "journey",
                                "version",
                                "timeZone",
                                "identity",
                                "stages",
                                "initialStage",
                                "conversion",
                                "rules")
                        .map(key ->
                                "shop.yaml:1: " + key + ": missing key, expected in the map that begins on this line")
                        .toList());
    }

    @Test
    void someStageStandsInTheOrder() {
        String allExits = Definitions.CORRECT.replaceAll("(?m)^    (lapseAfter|sticky|target).*", "    exit: true");

        assertThat(Definitions.faults(allExits.replace("exit: true\n    exit: true", "exit: true")))
                .containsExactly("shop.yaml:11: stages: every stage is an exit, expected at least one that is not");
    }

    @Test
    void aDefinitionHasARule() {
        assertThat(Definitions.faults(Definitions.CORRECT.replaceAll("(?s)rules:\n.*profile", "rules: []\nprofile")))
                .containsExactly("shop.yaml:28: rules: found an empty list, expected a list of at least one rule");
    }

    @Test
    void aDefinitionHasAtMost64Stages() {
        assertThat(Definitions.definition(withStages(64)).stages()).hasSize(64);

        assertThat(Definitions.faults(withStages(65)))
                .containsExactly("shop.yaml:11: stages: found 65 stages, expected at most 64");
    }

    private static String withStages(int count) {
        int own = Definitions.definition(Definitions.CORRECT).stages().size();
        String stages = IntStream.range(own, count)
                .mapToObj(stage -> "  - {id: further" + stage + "}\n")
                .collect(Collectors.joining());
        return Definitions.CORRECT.replace("stages:\n", "stages:\n" + stages);
    }

    /** YAML 1.2 has no merge sign, so it brings no keys along and is known nowhere. */
    @Test
    void aMergeSignIsAKeyLikeAnyOther() {
        String merging =
                Definitions.CORRECT.replace("stages:\n", "stages:\n  - {id: further, <<: 5, <<: {exit: true}}\n");

        assertThat(Definitions.faults(merging.replace("lapseAfter: P30D", "lapseAfter: P1M")))
                .contains(
                        "shop.yaml:11: stages[0].<<: unknown key, expected one of id, exit, lapseAfter, sticky, target",
                        "shop.yaml:11: stages[0].<<: key given twice, first on line 11, expected once")
                .hasSizeGreaterThan(2);
    }

    @Test
    void atMost63RulesCount() {
        assertThat(Definitions.definition(withCountedRules(62)).rules()).hasSize(66);

        assertThat(Definitions.faults(withCountedRules(65)))
                .containsExactly("shop.yaml:92: rules[63]: found more than 63 rules with a count,"
                        + " expected at most that many");
    }

    /** The correct definition has one counted rule of its own, behind these. */
    private static String withCountedRules(int count) {
        String rules = IntStream.range(0, count)
                .mapToObj(rule -> "  - {stage: visit, when: {}, count: 2, within: P1D}\n")
                .collect(Collectors.joining());
        return Definitions.CORRECT.replace("rules:\n", "rules:\n" + rules);
    }
}

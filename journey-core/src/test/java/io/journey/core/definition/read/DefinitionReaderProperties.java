package io.journey.core.definition.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.tree.Tree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DefinitionReaderProperties {

    @Property
    void anyTreeGivesADefinitionOrFaults(@ForAll long seed) {
        isDefinitionOrFaults(DefinitionReader.read(new RandomTrees(seed).any()));
    }

    @Property
    void aDamagedDefinitionGivesADefinitionOrFaults(@ForAll long seed) {
        isDefinitionOrFaults(DefinitionReader.read(new RandomTrees(seed).damaged(correct())));
    }

    @Example
    void theUndamagedOneIsCorrect() {
        assertThat(DefinitionReader.read(correct())).isInstanceOf(DefinitionReading.Read.class);
    }

    private static void isDefinitionOrFaults(DefinitionReading reading) {
        if (reading instanceof DefinitionReading.Faulty faulty) {
            assertThat(faulty.faults()).isNotEmpty().allSatisfy(fault -> {
                assertThat(fault.line()).isPositive();
                assertThat(fault.message()).isNotBlank();
                assertThat(fault.in("f.yaml")).startsWith("f.yaml:").hasLineCount(1);
            });
            return;
        }
        assertThat(((DefinitionReading.Read) reading).definition().fingerprint())
                .matches("[0-9a-f]{64}");
    }

    private static Tree correct() {
        return map(
                "journey", text("j"),
                "version", number("1"),
                "timeZone", text("UTC"),
                "identity", map("ladder", list(text("customer")), "ignore", map("customer", list(number("0")))),
                "stages",
                        list(
                                map("id", text("a"), "lapseAfter", text("P1D"), "sticky", list(text("b"))),
                                map("id", text("b"), "sticky", new Tree.Truth(1, true)),
                                map("id", text("c"), "exit", new Tree.Truth(1, true))),
                "initialStage", text("a"),
                "conversion", map("stage", text("b"), "window", text("P1D")),
                "restart", list(map("from", list(text("b")), "to", list(text("a")))),
                "rules",
                        list(
                                map("stage", text("b"), "when", map("value", map("gt", number("1")))),
                                map(
                                        "stage", text("a"),
                                        "when", map("channel", list(text("x"), number("1"))),
                                        "count", number("2"),
                                        "within", text("P1D"))),
                "profileAttributes", list(text("age")),
                "personas", list(map("id", text("p"), "when", map("age", map("exists", new Tree.Truth(1, false))))),
                "segments", list(list(), list(text("persona"))),
                "windows", list(text("day")));
    }

    private static Tree map(Object... keysAndValues) {
        List<Tree.Entry> entries = new ArrayList<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            entries.add(new Tree.Entry(1, (String) keysAndValues[at], (Tree) keysAndValues[at + 1]));
        }
        return new Tree.Keys(1, entries);
    }

    private static Tree list(Tree... items) {
        return new Tree.Items(1, List.of(items));
    }

    private static Tree text(String value) {
        return new Tree.Text(1, value);
    }

    private static Tree number(String written) {
        return new Tree.Decimal(1, new BigDecimal(written), written);
    }
}

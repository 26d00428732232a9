package io.journey.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.Condition.Absent;
import io.journey.core.definition.Condition.AllOf;
import io.journey.core.definition.Condition.Compared;
import io.journey.core.definition.Condition.EqualsNumber;
import io.journey.core.definition.Condition.EqualsText;
import io.journey.core.definition.Condition.OneOf;
import io.journey.core.definition.Condition.Prefix;
import io.journey.core.definition.Condition.Present;
import io.journey.core.definition.Condition.Relation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionTest {

    private static final Field PLAN = new Field(Field.Kind.ATTRIBUTE, "plan");
    private static final Facts NOTHING_KNOWN = field -> null;

    @Test
    void textEqualsLetterForLetter() {
        Condition condition = new EqualsText(PLAN, "8");

        assertThat(condition.holds(plan("8"))).isTrue();
        assertThat(condition.holds(plan("8.0"))).isFalse();
        assertThat(condition.holds(plan(" 8"))).isFalse();
    }

    @Test
    void textNeverEqualsANumberByNature() {
        assertThat(new EqualsText(PLAN, "8").holds(amount("8"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"8, true", "8.000, true", "+0.8e1, true", "8.1, false", "eight, false", "8x, false"})
    void numberEqualsHoweverItIsWritten(String written, boolean holds) {
        assertThat(new EqualsNumber(PLAN, new BigDecimal("8.0")).holds(plan(written)))
                .isEqualTo(holds);
    }

    @Test
    void numberEqualsANumberByNature() {
        assertThat(new EqualsNumber(PLAN, new BigDecimal("20000")).holds(amount("20000.00")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "gold, true",
        "silver, true",
        "7, true",
        "7.0, true",
        "10, true",
        "1e1, true",
        "bronze, false",
        "8, false"
    })
    void oneOfMixesTextsAndNumbers(String fact, boolean holds) {
        Condition condition =
                new OneOf(PLAN, Set.of("gold", "silver"), Set.of(new BigDecimal("7.00"), new BigDecimal("10")));

        assertThat(condition.holds(plan(fact))).isEqualTo(holds);
    }

    @Test
    void oneOfFindsANumberByNature() {
        assertThat(new OneOf(PLAN, Set.of(), Set.of(new BigDecimal("10"))).holds(amount("10.000")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"direct-mail, true", "direct, true", "Direct, false", "indirect, false"})
    void prefixIsTheBeginning(String fact, boolean holds) {
        assertThat(new Prefix(PLAN, "direct").holds(plan(fact))).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "4.99, true, true, false, false",
        "5, false, true, false, true",
        "5.00, false, true, false, true",
        "5.01, false, false, true, true"
    })
    void relationsTakeTheirSideOfTheBound(String fact, boolean lt, boolean lte, boolean gt, boolean gte) {
        assertThat(compared(Relation.LT).holds(plan(fact))).isEqualTo(lt);
        assertThat(compared(Relation.LTE).holds(plan(fact))).isEqualTo(lte);
        assertThat(compared(Relation.GT).holds(plan(fact))).isEqualTo(gt);
        assertThat(compared(Relation.GTE).holds(plan(fact))).isEqualTo(gte);
    }

    @ParameterizedTest
    @EnumSource
    void textThatIsNoNumberFailsEveryRelation(Relation relation) {
        assertThat(compared(relation).holds(plan("65+"))).isFalse();
    }

    @Test
    void anAbsentFactFailsEverythingButAbsence() {
        assertThat(List.of(
                        new EqualsText(PLAN, ""),
                        new EqualsNumber(PLAN, BigDecimal.ZERO),
                        new OneOf(PLAN, Set.of(""), Set.of(BigDecimal.ZERO)),
                        new Prefix(PLAN, ""),
                        new Present(PLAN),
                        compared(Relation.LT),
                        compared(Relation.GTE)))
                .noneMatch(condition -> condition.holds(NOTHING_KNOWN));
        assertThat(new Absent(PLAN).holds(NOTHING_KNOWN)).isTrue();
    }

    @Test
    void anEmptyTextIsPresent() {
        assertThat(new Present(PLAN).holds(plan(""))).isTrue();
        assertThat(new Absent(PLAN).holds(plan(""))).isFalse();
    }

    @Test
    void allOfNeedsEveryOne() {
        Condition both = new AllOf(List.of(new Prefix(PLAN, "g"), new EqualsText(PLAN, "gold")));

        assertThat(both.holds(plan("gold"))).isTrue();
        assertThat(both.holds(plan("green"))).isFalse();
        assertThat(new AllOf(List.of()).holds(NOTHING_KNOWN)).isTrue();
    }

    private static Condition compared(Relation relation) {
        return new Compared(PLAN, relation, new BigDecimal("5"));
    }

    private static Facts plan(String text) {
        return field -> field.equals(PLAN) ? text : null;
    }

    private static Facts amount(String number) {
        return field -> new BigDecimal(number);
    }
}

package io.journey.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.Condition.Absent;
import io.journey.core.definition.Condition.Compared;
import io.journey.core.definition.Condition.EqualsNumber;
import io.journey.core.definition.Condition.EqualsText;
import io.journey.core.definition.Condition.OneOf;
import io.journey.core.definition.Condition.Present;
import io.journey.core.definition.Condition.Relation;
import java.math.BigDecimal;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class ConditionProperties {

    private static final Field FIELD = new Field(Field.Kind.ATTRIBUTE, "n");

    @Property
    void belowAndNotBelowDivideTheNumbers(@ForAll BigDecimal fact, @ForAll BigDecimal bound) {
        Facts facts = facts(fact.toString());

        assertThat(compared(Relation.LT, bound).holds(facts))
                .isNotEqualTo(compared(Relation.GTE, bound).holds(facts));
        assertThat(compared(Relation.GT, bound).holds(facts))
                .isNotEqualTo(compared(Relation.LTE, bound).holds(facts));
    }

    @Property
    void equalIsNeitherBelowNorAbove(@ForAll BigDecimal fact, @ForAll BigDecimal bound) {
        Facts facts = facts(fact.toPlainString());
        boolean between = compared(Relation.LTE, bound).holds(facts)
                && compared(Relation.GTE, bound).holds(facts);

        assertThat(new EqualsNumber(FIELD, bound).holds(facts)).isEqualTo(between);
    }

    @Property
    void presentAndAbsentDivideEverything(@ForAll("somethingOrNothing") @Nullable Object fact) {
        assertThat(new Present(FIELD).holds(field -> fact)).isNotEqualTo(new Absent(FIELD).holds(field -> fact));
    }

    @Property
    void oneOfHoldsWhenOneOfItsElementsDoes(
            @ForAll("somethingOrNothing") @Nullable Object fact,
            @ForAll Set<@From("texts") String> texts,
            @ForAll Set<BigDecimal> numbers) {
        Facts facts = field -> fact;
        boolean one = texts.stream().anyMatch(text -> new EqualsText(FIELD, text).holds(facts))
                || numbers.stream().anyMatch(number -> new EqualsNumber(FIELD, number).holds(facts));

        assertThat(new OneOf(FIELD, texts, numbers).holds(facts)).isEqualTo(one);
    }

    /** The grammar once more, as the regular expression that the scanner stands in for. */
    @Property(tries = 5000)
    void decimalTextIsWhatTheGrammarSays(@ForAll("numberLike") String text) {
        boolean decimal = text.matches("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");

        assertThat(DecimalText.parse(text)).isEqualTo(decimal ? new BigDecimal(text) : null);
    }

    @Provide
    Arbitrary<String> numberLike() {
        return Arbitraries.strings().withChars("0189+-.eE x\u0661").ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("", "a", "1", "1.0", "-2", "1e1");
    }

    @Provide
    Arbitrary<Object> somethingOrNothing() {
        return Arbitraries.oneOf(
                        texts().map(text -> (Object) text),
                        Arbitraries.bigDecimals().map(n -> (Object) n))
                .injectNull(0.2);
    }

    private static Condition compared(Relation relation, BigDecimal bound) {
        return new Compared(FIELD, relation, bound);
    }

    private static Facts facts(Object fact) {
        return field -> fact;
    }
}

package io.journey.core.definition;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of an event, or of a profile, for a rule or persona to match.
 *
 * <p>A fact that is absent fails every case but {@link Absent}. Text cases compare text and fail a fact that is a
 * number by nature; number cases compare decimals and fail a text that {@linkplain DecimalText is none}.
 */
public sealed interface Condition {

    boolean holds(Facts facts);

    /**
     * Everything of a list must hold.
     *
     * @param conditions empty for a condition that always holds
     */
    record AllOf(List<Condition> conditions) implements Condition {

        public AllOf {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Facts facts) {
            for (Condition condition : conditions) {
                if (!condition.holds(facts)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The fact is this text, letter for letter. */
    record EqualsText(Field field, String text) implements Condition {

        @Override
        public boolean holds(Facts facts) {
            return text.equals(facts.get(field));
        }
    }

    /** The fact is this number, however it is written: 8, 8.0 and 0.8e1 are one number. */
    record EqualsNumber(Field field, BigDecimal number) implements Condition {

        @Override
        public boolean holds(Facts facts) {
            BigDecimal fact = DecimalText.decimal(facts.get(field));
            return fact != null && fact.compareTo(number) == 0;
        }
    }

    /**
     * The fact is one of these texts or one of these numbers.
     *
     * @param numbers kept without trailing zeros, so that one number is one element
     */
    record OneOf(Field field, Set<String> texts, Set<BigDecimal> numbers) implements Condition {

        public OneOf {
            texts = Set.copyOf(texts);
            numbers = numbers.stream().map(BigDecimal::stripTrailingZeros).collect(toUnmodifiableSet());
        }

        @Override
        public boolean holds(Facts facts) {
            Object fact = facts.get(field);
            if (fact instanceof String text && texts.contains(text)) {
                return true;
            }
            return !numbers.isEmpty() && isOneOfNumbers(DecimalText.decimal(fact));
        }

        private boolean isOneOfNumbers(@Nullable BigDecimal fact) {
            return fact != null && numbers.contains(fact.stripTrailingZeros());
        }
    }

    /** The fact is a text that begins with this one. */
    record Prefix(Field field, String prefix) implements Condition {

        @Override
        public boolean holds(Facts facts) {
            return facts.get(field) instanceof String text && text.startsWith(prefix);
        }
    }

    /** The fact is there, whatever its value. */
    record Present(Field field) implements Condition {

        @Override
        public boolean holds(Facts facts) {
            return facts.get(field) != null;
        }
    }

    /** The fact is not there. */
    record Absent(Field field) implements Condition {

        @Override
        public boolean holds(Facts facts) {
            return facts.get(field) == null;
        }
    }

    /** The fact is a number on one side of a bound. */
    record Compared(Field field, Relation relation, BigDecimal bound) implements Condition {

        @Override
        public boolean holds(Facts facts) {
            BigDecimal fact = DecimalText.decimal(facts.get(field));
            return fact != null && relation.admits(fact.compareTo(bound));
        }
    }

    /** Side of a bound. */
    enum Relation {
        LT,
        LTE,
        GT,
        GTE;

        private boolean admits(int comparison) {
            return switch (this) {
                case LT -> comparison < 0;
                case LTE -> comparison <= 0;
                case GT -> comparison > 0;
                case GTE -> comparison >= 0;
            };
        }
    }
}

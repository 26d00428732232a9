package io.journey.core.definition.read;

import io.journey.core.definition.Condition;
import io.journey.core.definition.Condition.Absent;
import io.journey.core.definition.Condition.Compared;
import io.journey.core.definition.Condition.EqualsNumber;
import io.journey.core.definition.Condition.EqualsText;
import io.journey.core.definition.Condition.OneOf;
import io.journey.core.definition.Condition.Prefix;
import io.journey.core.definition.Condition.Present;
import io.journey.core.definition.Condition.Relation;
import io.journey.core.definition.Field;
import io.journey.core.definition.tree.Tree;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what must hold of one field: a scalar, a list, or a map of operators.
 *
 * @param field the fact that is asked for
 */
record OperatorReader(Field field) {

    private static final List<String> OPERATORS = List.of("in", "prefix", "exists", "lt", "lte", "gt", "gte");
    private static final String SCALAR = "text or a number";
    private static final String SCALARS = "a list of at least one text or number";

    /** @return conditions that must all hold; fewer, with faults, when some cannot be read */
    List<Condition> read(Spot spot) {
        if (spot.tree() instanceof Tree.Keys) {
            return Section.of(spot, OPERATORS).map(this::operators).orElse(List.of());
        }
        if (spot.tree() instanceof Tree.Items) {
            return oneOf(spot).stream().toList();
        }
        return equal(spot).stream().toList();
    }

    private List<Condition> operators(Section section) {
        if (section.values().isEmpty()) {
            section.spot().expected("at least one operator of " + String.join(", ", OPERATORS));
        }
        return section.values().stream()
                .flatMap(operand -> operator(operand).stream())
                .toList();
    }

    private Optional<Condition> operator(Spot operand) {
        return switch (operand.key()) {
            case "in" -> oneOf(operand);
            case "prefix" -> prefix(operand);
            case "exists" -> operand.truth().map(wanted -> wanted ? new Present(field) : new Absent(field));
            case "lt" -> compared(operand, Relation.LT);
            case "lte" -> compared(operand, Relation.LTE);
            case "gt" -> compared(operand, Relation.GT);
            case "gte" -> compared(operand, Relation.GTE);
            default -> Optional.empty(); // noted as an unknown key
        };
    }

    private Optional<Condition> equal(Spot spot) {
        if (spot.tree() instanceof Tree.Decimal decimal) {
            return Optional.of(new EqualsNumber(field, decimal.value()));
        }
        return text(spot, SCALAR + ", a list or a map of operators").map(text -> new EqualsText(field, text));
    }

    private Optional<Condition> oneOf(Spot spot) {
        return spot.someItems(SCALARS).map(this::oneOf);
    }

    private Condition oneOf(List<Spot> items) {
        Set<String> texts = new HashSet<>();
        Set<BigDecimal> numbers = new HashSet<>();
        for (Spot item : items) {
            if (item.tree() instanceof Tree.Decimal decimal) {
                numbers.add(decimal.value());
            } else {
                text(item, SCALAR).ifPresent(texts::add);
            }
        }
        if (items.size() > 1) {
            return new OneOf(field, texts, numbers);
        }
        return numbers.isEmpty()
                ? new EqualsText(field, String.join("", texts))
                : new EqualsNumber(field, numbers.iterator().next());
    }

    private Optional<Condition> prefix(Spot spot) {
        if (field.isNumber()) {
            return spot.keyFault("found 'prefix' on a number, expected it on text only");
        }
        return spot.text("text to begin with").map(prefix -> new Prefix(field, prefix));
    }

    private Optional<Condition> compared(Spot spot, Relation relation) {
        return spot.tree() instanceof Tree.Decimal decimal
                ? Optional.of(new Compared(field, relation, decimal.value()))
                : spot.expected("a number without quotes");
    }

    /** Text to compare with; unlike a name it may be empty, since an attribute may be. */
    private Optional<String> text(Spot spot, String expected) {
        if (!(spot.tree() instanceof Tree.Text text)) {
            return spot.expected(expected);
        }
        return field.isNumber() ? spot.expected("a number without quotes") : Optional.of(text.value());
    }
}

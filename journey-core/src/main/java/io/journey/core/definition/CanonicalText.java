package io.journey.core.definition;

import io.journey.core.definition.Condition.Absent;
import io.journey.core.definition.Condition.AllOf;
import io.journey.core.definition.Condition.Compared;
import io.journey.core.definition.Condition.EqualsNumber;
import io.journey.core.definition.Condition.EqualsText;
import io.journey.core.definition.Condition.OneOf;
import io.journey.core.definition.Condition.Prefix;
import io.journey.core.definition.Condition.Present;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Writes texts, numbers and conditions for the {@link CanonicalForm}, so that different ones never look the same. */
final class CanonicalText {

    private CanonicalText() {}

    static String of(Condition condition) {
        if (condition instanceof AllOf all) {
            return "all(" + sorted(all.conditions().stream().map(CanonicalText::of)) + ")";
        }
        if (condition instanceof OneOf oneOf) {
            return onField("in", oneOf.field(), alternatives(oneOf));
        }
        if (condition instanceof EqualsText equal) {
            return onField("in", equal.field(), quoted(equal.text()));
        }
        if (condition instanceof EqualsNumber equal) {
            return onField("in", equal.field(), number(equal.number()));
        }
        if (condition instanceof Prefix prefix) {
            return onField("prefix", prefix.field(), quoted(prefix.prefix()));
        }
        if (condition instanceof Compared compared) {
            return onField(compared.relation().name(), compared.field(), number(compared.bound()));
        }
        if (condition instanceof Present present) {
            return onField("present", present.field(), "");
        }
        return onField("absent", ((Absent) condition).field(), "");
    }

    /** In double quotes, with everything but plain ASCII as UTF-16 escapes. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(unit -> append(quoted, (char) unit));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, char unit) {
        if (unit < ' ' || unit > '~' || unit == '"' || unit == '\\') {
            quoted.append("\\u").append(HexFormat.of().toHexDigits(unit));
            return;
        }
        quoted.append(unit);
    }

    private static String alternatives(OneOf oneOf) {
        Stream<String> texts = oneOf.texts().stream().map(CanonicalText::quoted);
        Stream<String> numbers = oneOf.numbers().stream().map(CanonicalText::number);
        return sorted(Stream.concat(texts, numbers));
    }

    /** The order of what must hold together, or of what may hold instead, means nothing. */
    private static String sorted(Stream<String> parts) {
        return String.join(" ", parts.sorted().toList());
    }

    private static String onField(String operator, Field field, String operand) {
        return operator + "(" + field.kind() + " " + quoted(field.attribute()) + " " + operand + ")";
    }

    private static String number(BigDecimal number) {
        return number.stripTrailingZeros().toString();
    }
}

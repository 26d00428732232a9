package io.journey.streams.definition;

import io.journey.core.definition.DecimalText;
import io.journey.core.definition.tree.Shown;
import io.journey.core.definition.tree.Tree;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns a scalar into text, number, truth value or nothing, as YAML's core schema has resolved it. */
final class ScalarTree {

    private static final int OCTAL = 8;
    private static final int HEXADECIMAL = 16;

    private ScalarTree() {}

    static Tree of(int line, Tag tag, String written) {
        if (Tag.STR.equals(tag)) {
            return new Tree.Text(line, written);
        }
        if (Tag.NULL.equals(tag)) {
            return new Tree.Nothing(line);
        }
        if (Tag.BOOL.equals(tag)) {
            return truth(line, written);
        }
        if (Tag.INT.equals(tag) || Tag.FLOAT.equals(tag)) {
            return number(line, written);
        }
        return new Tree.Other(line, "a value with the tag " + tag);
    }

    /** An explicit tag can call anything a truth value, so the scalar is looked at again. */
    private static Tree truth(int line, String written) {
        boolean value = written.equalsIgnoreCase("true");
        return value || written.equalsIgnoreCase("false")
                ? new Tree.Truth(line, value)
                : new Tree.Other(line, "a truth value that is neither true nor false");
    }

    private static Tree number(int line, String written) {
        return finite(written)
                .<Tree>map(value -> new Tree.Decimal(line, value, written))
                .orElse(new Tree.Other(
                        line, "the number " + Shown.plain(written) + ", which is not finite or too long"));
    }

    /** Exact, as it is written: a detour over binary fractions would turn 0.1 into something else. */
    private static Optional<BigDecimal> finite(String written) {
        if (written.length() > DecimalText.MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            BigDecimal value = value(written);
            int limit = DecimalText.MAX_LENGTH;
            return Math.abs((long) value.scale()) > limit ? Optional.empty() : Optional.of(value);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static BigDecimal value(String written) {
        if (written.startsWith("0o")) {
            return new BigDecimal(new BigInteger(written.substring(2), OCTAL));
        }
        if (written.startsWith("0x")) {
            return new BigDecimal(new BigInteger(written.substring(2), HEXADECIMAL));
        }
        return new BigDecimal(written);
    }
}

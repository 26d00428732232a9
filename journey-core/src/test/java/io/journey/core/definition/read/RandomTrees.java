package io.journey.core.definition.read;

import io.journey.core.definition.tree.Tree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Trees in which the format's own words stand in right and in wrong places. */
final class RandomTrees {

    private static final List<String> WORDS = List.of(
            "journey",
            "version",
            "timeZone",
            "identity",
            "ladder",
            "ignore",
            "lookback",
            "stages",
            "id",
            "exit",
            "lapseAfter",
            "sticky",
            "target",
            "dwell",
            "initialStage",
            "conversion",
            "stage",
            "window",
            "restart",
            "from",
            "to",
            "rules",
            "when",
            "count",
            "within",
            "channel",
            "touchpoint",
            "source",
            "value",
            "survey.kind",
            "survey.score",
            "attributes.a",
            "attributes.",
            "in",
            "prefix",
            "exists",
            "lt",
            "lte",
            "gt",
            "gte",
            "profileAttributes",
            "personas",
            "segments",
            "windows",
            "persona",
            "entryChannel",
            "day",
            "UTC",
            "P1D",
            "P1M",
            "START",
            "none",
            "a",
            "b",
            "",
            "\n",
            "\ud800");

    private static final int DEEPEST = 6;

    private final Random random;

    RandomTrees(long seed) {
        random = new Random(seed);
    }

    Tree any() {
        return tree(0);
    }

    /** The tree with about one value in twenty replaced, taken away or given twice. */
    Tree damaged(Tree tree) {
        if (random.nextInt(20) == 0) {
            return tree(DEEPEST - 2);
        }
        if (tree instanceof Tree.Items list) {
            return new Tree.Items(
                    list.line(), list.items().stream().map(this::damaged).toList());
        }
        if (tree instanceof Tree.Keys keys) {
            return new Tree.Keys(keys.line(), damaged(keys.entries()));
        }
        return tree;
    }

    private List<Tree.Entry> damaged(List<Tree.Entry> entries) {
        List<Tree.Entry> damaged = new ArrayList<>();
        for (Tree.Entry entry : entries) {
            int copies = random.nextInt(20) == 0 ? random.nextInt(3) : 1;
            for (int copy = 0; copy < copies; copy++) {
                damaged.add(new Tree.Entry(entry.line(), entry.key(), damaged(entry.value())));
            }
        }
        return damaged;
    }

    private Tree tree(int depth) {
        int line = 1 + random.nextInt(100);
        return switch (random.nextInt(depth < DEEPEST ? 9 : 6)) {
            case 0, 1 -> new Tree.Text(line, word());
            case 2 -> new Tree.Decimal(line, number(), "written");
            case 3 -> new Tree.Truth(line, random.nextBoolean());
            case 4 -> new Tree.Nothing(line);
            case 5 -> new Tree.Other(line, "something else");
            case 6 -> new Tree.Items(line, children(depth));
            default ->
                new Tree.Keys(
                        line,
                        children(depth).stream()
                                .map(child -> new Tree.Entry(line, word(), child))
                                .toList());
        };
    }

    private List<Tree> children(int depth) {
        List<Tree> children = new ArrayList<>();
        for (int child = random.nextInt(5); child > 0; child--) {
            children.add(tree(depth + 1));
        }
        return children;
    }

    private BigDecimal number() {
        return new BigDecimal(List.of("0", "1", "-1", "1.5", "1e999999999", "1e-999999999", "64", "99999999999")
                .get(random.nextInt(8)));
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}

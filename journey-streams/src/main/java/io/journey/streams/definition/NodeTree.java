package io.journey.streams.definition;

import io.journey.core.definition.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Turns YAML's node graph into a tree, aliases written out.
 *
 * <p>Bounded in depth and in size: a few lines of aliases to aliases can stand for more values than fit into memory,
 * and an alias inside its own anchor never ends.
 */
final class NodeTree {

    static final int DEEPEST = 50;
    static final int MOST_VALUES = 100_000;

    private int values;

    static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    OrFault<Tree> read(Node root) {
        Tree tree = tree(root, 1);
        return values > MOST_VALUES
                ? OrFault.stopped(
                        tree.line(),
                        "found more than " + MOST_VALUES
                                + " values with aliases written out, expected at most that many")
                : new OrFault.Got<>(tree);
    }

    private Tree tree(Node node, int depth) {
        int line = line(node);
        values++;
        if (depth > DEEPEST || values > MOST_VALUES) {
            return new Tree.Other(line, "more than " + DEEPEST + " levels of nesting");
        }
        if (node instanceof ScalarNode scalar) {
            return ScalarTree.of(line, scalar.getTag(), scalar.getValue());
        }
        if (node instanceof SequenceNode sequence && Tag.SEQ.equals(node.getTag())) {
            return new Tree.Items(line, items(sequence, depth));
        }
        if (node instanceof MappingNode mapping && Tag.MAP.equals(node.getTag())) {
            return new Tree.Keys(line, entries(mapping, depth));
        }
        return new Tree.Other(line, "a value with the tag " + node.getTag());
    }

    private List<Tree> items(SequenceNode sequence, int depth) {
        List<Tree> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(tree(item, depth + 1)));
        return items;
    }

    private List<Tree.Entry> entries(MappingNode mapping, int depth) {
        List<Tree.Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            entries.add(new Tree.Entry(line(key), name(key), tree(tuple.getValueNode(), depth + 1)));
        }
        return entries;
    }

    /** A key that is no scalar keeps a name that no key has, and so is reported as unknown. */
    private static String name(Node key) {
        if (key instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        return key instanceof SequenceNode ? "[…]" : "{…}";
    }

    private static int line(Node node) {
        return node.getStartMark().map(NodeTree::line).orElse(1);
    }
}

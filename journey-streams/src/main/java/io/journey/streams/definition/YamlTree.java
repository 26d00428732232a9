package io.journey.streams.definition;

import io.journey.core.definition.tree.Shown;
import io.journey.core.definition.tree.Tree;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads YAML 1.2 with its core schema, one document, into a tree that knows its lines. */
final class YamlTree {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new Yaml12Schema())
            .setAllowNonScalarKeys(true)
            .setCodePointLimit(Utf8File.MOST_BYTES)
            .build();

    private YamlTree() {}

    static OrFault<Tree> read(String text) {
        try {
            Optional<OrFault<Tree>> tooDeep = tooDeep(text);
            return tooDeep.isPresent() ? tooDeep.get() : tree(new Compose(SETTINGS).composeString(text));
        } catch (MarkedYamlEngineException syntax) {
            int line = syntax.getProblemMark()
                    .or(syntax::getContextMark)
                    .map(NodeTree::line)
                    .orElse(1);
            String context =
                    syntax.getContext() == null ? "" : syntax.getContext().strip();
            return notYaml(line, context.isEmpty() ? syntax.getProblem() : context + ": " + syntax.getProblem());
        } catch (ReaderException character) {
            int index = text.offsetByCodePoints(
                    0, Math.min(character.getPosition(), text.codePointCount(0, text.length())));
            return notYaml(Lines.at(text, index), "found a character that YAML does not allow");
        } catch (YamlEngineException other) {
            return notYaml(1, String.valueOf(other.getMessage()));
        }
    }

    /** Asked before composing, which calls itself for every level and would exhaust the stack. */
    private static Optional<OrFault<Tree>> tooDeep(String text) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            if (event instanceof CollectionStartEvent && ++depth > NodeTree.DEEPEST) {
                int line = event.getStartMark().map(NodeTree::line).orElse(1);
                return Optional.of(OrFault.stopped(
                        line,
                        "found more than " + NodeTree.DEEPEST + " levels of nesting, expected at most that many"));
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
        return Optional.empty();
    }

    private static OrFault<Tree> tree(Optional<Node> root) {
        return root.isEmpty()
                ? OrFault.stopped(1, "found an empty file, expected a definition")
                : new NodeTree().read(root.get());
    }

    private static OrFault<Tree> notYaml(int line, String problem) {
        return OrFault.stopped(line, "no YAML: " + Shown.line(problem));
    }
}

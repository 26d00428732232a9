package io.journey.core.definition.read;

import io.journey.core.definition.tree.Shown;
import io.journey.core.definition.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A value of the file together with the path that leads to it and the list that its faults go to.
 *
 * <p>Every reading method gives the value, or notes a fault and gives nothing.
 *
 * @param keyLine line of the key before the value; the value's own where there is no key
 * @param key the last key or index of the path
 */
record Spot(Tree tree, int keyLine, String key, String path, Faults faults) {

    private static final String QUOTE_IT = "; in quotes it is a text";

    static Spot root(Tree tree, Faults faults) {
        return new Spot(tree, tree.line(), "", "", faults);
    }

    Spot under(Tree.Entry entry) {
        return new Spot(entry.value(), entry.line(), entry.key(), below(entry.key()), faults);
    }

    private String below(String key) {
        return path.isEmpty() ? Shown.plain(key) : path + "." + Shown.plain(key);
    }

    /** Notes what is wrong with the value. */
    <T> Optional<T> fault(String message) {
        faults.add(new Fault(tree.line(), path, message));
        return Optional.empty();
    }

    /** Notes what is wrong with the key itself. */
    <T> Optional<T> keyFault(String message) {
        faults.add(new Fault(keyLine, path, message));
        return Optional.empty();
    }

    /** Notes that this map lacks a key. */
    <T> Optional<T> missing(String missing) {
        faults.add(new Fault(tree.line(), below(missing), "missing key, expected in the map that begins on this line"));
        return Optional.empty();
    }

    <T> Optional<T> expected(String what) {
        boolean quotesHelp = tree instanceof Tree.Decimal || tree instanceof Tree.Truth;
        String hint = quotesHelp && what.startsWith("text") ? QUOTE_IT : "";
        return fault("found " + tree.describe() + ", expected " + what + hint);
    }

    /** @param what the text that is expected; words that begin with "text" say that any text in quotes is one */
    Optional<String> text(String what) {
        return tree instanceof Tree.Text text && !text.value().isEmpty() ? Optional.of(text.value()) : expected(what);
    }

    Optional<Boolean> truth() {
        return tree instanceof Tree.Truth truth ? Optional.of(truth.value()) : expected("true or false");
    }

    Optional<Integer> whole(int least, int most) {
        String what = "a whole number from " + least + " to " + most;
        if (!(tree instanceof Tree.Decimal decimal)) {
            return expected(what);
        }
        try {
            int value = decimal.value().intValueExact();
            return value >= least && value <= most ? Optional.of(value) : expected(what);
        } catch (ArithmeticException noWholeNumber) {
            return expected(what);
        }
    }

    /** @return the items; nothing, with a fault, when this is no list */
    Optional<List<Spot>> items(String what) {
        if (!(tree instanceof Tree.Items list)) {
            return expected(what);
        }
        return Optional.of(IntStream.range(0, list.items().size())
                .mapToObj(index -> item(list.items().get(index), index))
                .toList());
    }

    /** As {@link #items}, where an empty list is a fault too. */
    Optional<List<Spot>> someItems(String what) {
        Optional<List<Spot>> items = items(what);
        return items.isPresent() && items.get().isEmpty() ? expected(what) : items;
    }

    private Spot item(Tree item, int index) {
        String place = "[" + index + "]";
        return new Spot(item, item.line(), place, path + place, faults);
    }
}

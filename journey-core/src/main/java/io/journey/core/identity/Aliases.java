package io.journey.core.identity;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Decides which aliases count: in event order, each one that does not close a circle with those before it.
 *
 * <p>One place sees them all, because whether a circle closes depends on aliases of many identities. They are few: a
 * change looks only at what is connected with it.
 */
public final class Aliases {

    /** Who receives messages about aliases; no identity can be called so, because a namespace has a name. */
    public static final String BOOK = ":aliases";

    private final Book book;
    private final Consumer<Rung> messages;

    /** The aliases known, refused ones included. Reads see the writes made before them. */
    public interface Book {

        void add(Rung.Alias alias);

        void remove(Rung.Alias alias);

        /** Aliases on either side of which an identity stands. */
        Collection<Rung.Alias> of(String identity);
    }

    public Aliases(Book book, Consumer<Rung> messages) {
        this.book = book;
        this.messages = messages;
    }

    /**
     * Takes in an alias, or takes it back.
     *
     * @return by how many more aliases are refused; negative for fewer
     */
    public int receive(Rung.Aliased message) {
        Rung.Alias alias = message.alias();
        SortedSet<Rung.Alias> before = connected(alias);
        SortedSet<Rung.Alias> after = new TreeSet<>(before);
        if (message.withdrawn()) {
            before.add(alias);
            after.remove(alias);
            book.remove(alias);
        } else {
            before.remove(alias);
            after.add(alias);
            book.add(alias);
        }
        Set<Rung.Alias> old = accepted(before);
        Set<Rung.Alias> now = accepted(after);
        old.stream().filter(gone -> !now.contains(gone)).sorted().forEach(gone -> tell(gone, true));
        now.stream().filter(come -> !old.contains(come)).sorted().forEach(come -> tell(come, false));
        return (after.size() - now.size()) - (before.size() - old.size());
    }

    private void tell(Rung.Alias alias, boolean withdrawn) {
        messages.accept(new Rung.Claimed(alias.continued(), alias.claim(), withdrawn));
    }

    /** Every alias that a path of aliases, in whatever direction, leads to from this one's sides. */
    private SortedSet<Rung.Alias> connected(Rung.Alias start) {
        SortedSet<Rung.Alias> found = new TreeSet<>();
        Set<String> seen = new HashSet<>(List.of(start.continued(), start.survivor()));
        Deque<String> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            for (Rung.Alias alias : book.of(next.remove())) {
                found.add(alias);
                for (String side : List.of(alias.continued(), alias.survivor())) {
                    if (seen.add(side)) {
                        next.add(side);
                    }
                }
            }
        }
        return found;
    }

    private static Set<Rung.Alias> accepted(SortedSet<Rung.Alias> inOrder) {
        Map<String, Set<String>> continuesAs = new HashMap<>();
        Set<Rung.Alias> accepted = new HashSet<>();
        for (Rung.Alias alias : inOrder) {
            if (!leads(continuesAs, alias.survivor(), alias.continued())) {
                accepted.add(alias);
                continuesAs
                        .computeIfAbsent(alias.continued(), any -> new HashSet<>())
                        .add(alias.survivor());
            }
        }
        return accepted;
    }

    private static boolean leads(Map<String, Set<String>> continuesAs, String from, String to) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            String identity = next.remove();
            if (identity.equals(to)) {
                return true;
            }
            continuesAs.getOrDefault(identity, Set.of()).stream()
                    .filter(seen::add)
                    .forEach(next::add);
        }
        return false;
    }
}

package io.journey.core.definition.read;

import java.util.Collection;
import java.util.Comparator;

/** Guesses what a misspelt name was meant to be. */
final class Suggestion {

    private Suggestion() {}

    /** @return words to end a fault's message with; empty when no name is close */
    static String among(Collection<String> names, String found) {
        int limit = slips(found.length());
        return names.stream()
                .filter(name -> Math.abs(name.length() - found.length()) <= limit)
                .filter(name -> distance(name, found) <= limit)
                .min(Comparator.<String>comparingInt(name -> distance(name, found))
                        .thenComparing(name -> name))
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    /** How many typing slips are likely: beyond that a guess misleads. */
    private static int slips(int length) {
        if (length < 3) {
            return 0;
        }
        return length < 5 ? 1 : 2;
    }

    /** Letters to insert, remove, replace or swap with their neighbour; upper and lower case are one. */
    private static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(steps, one, other, i, j);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int cheapest(int[][] steps, String one, String other, int i, int j) {
        int replaced = steps[i - 1][j - 1] + (same(one, i, other, j) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && same(one, i, other, j - 1) && same(one, i - 1, other, j);
        return swapped ? Math.min(best, 1 + steps[i - 2][j - 2]) : best;
    }

    private static boolean same(String one, int i, String other, int j) {
        return Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
    }
}

package io.journey.core.definition.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the names that end up in topics, keys and labels, and therefore keep to few characters. */
final class Ids {

    private static final int LONGEST = 100;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final String EXPECTED =
            "text of at most " + LONGEST + " letters, digits, '.', '_' and '-' that begins with a letter or digit";

    /** Published rows use them for "before the first", "after the last" and "nobody's". */
    private static final List<String> RESERVED = List.of("START", "END", "none");

    private Ids() {}

    /** A name that may be one of the reserved words. */
    static Optional<String> name(Spot spot) {
        Optional<String> id = spot.text(EXPECTED);
        return id.isEmpty() || isWellFormed(id.get()) ? id : spot.expected(EXPECTED);
    }

    /** A name that stands beside the reserved words in published rows. */
    static Optional<String> unreserved(Spot spot) {
        Optional<String> id = name(spot);
        if (id.isPresent() && RESERVED.contains(id.get())) {
            return spot.fault(
                    "'" + id.get() + "' is reserved, expected another id than " + String.join(", ", RESERVED));
        }
        return id;
    }

    private static boolean isWellFormed(String id) {
        return id.length() <= LONGEST && FORM.matcher(id).matches();
    }
}

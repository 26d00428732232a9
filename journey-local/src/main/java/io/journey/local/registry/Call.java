package io.journey.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.journey.local.registry.catalogue.Permanence;
import io.journey.local.registry.catalogue.Scope;
import io.journey.local.registry.catalogue.Spelling;
import io.journey.local.registry.catalogue.Visibility;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A request whose route is known.
 *
 * @param path the variables of the route, decoded
 * @param query the first value of each parameter, decoded
 * @param body JSON; an empty object when there is none
 */
record Call(Map<String, String> path, Map<String, String> query, JsonNode body) {

    /** The default context, which is the only one here, may be named or left out. */
    private static final String DEFAULT_CONTEXT = ":.:";

    private static final String GLOBAL_CONTEXT = ":.__GLOBAL:";
    private static final String ANY_CONTEXT = ":*:";

    String subject() {
        return withoutContext(path.getOrDefault("subject", ""));
    }

    /** What a settings request is about; a context without a subject is the whole registry. */
    Scope scope() {
        String written = path.getOrDefault("subject", DEFAULT_CONTEXT);
        return written.equals(DEFAULT_CONTEXT) || written.equals(GLOBAL_CONTEXT)
                ? Scope.GLOBAL
                : new Scope.Subject(withoutContext(written));
    }

    String subjectPrefix() {
        String prefix = query.getOrDefault("subjectPrefix", "");
        return prefix.equals(ANY_CONTEXT) ? "" : withoutContext(prefix);
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(query.get(name));
    }

    Spelling spelling() {
        return flag("normalize") ? Spelling.NORMALIZED : Spelling.AS_WRITTEN;
    }

    Visibility visibility() {
        return flag("deleted") ? Visibility.WITH_DELETED : Visibility.LIVE;
    }

    /** Deleted ones only, if the caller asks for both. */
    Visibility listVisibility() {
        return flag("deletedOnly") ? Visibility.DELETED_ONLY : visibility();
    }

    Permanence permanence() {
        return flag("permanent") ? Permanence.PERMANENT : Permanence.SOFT;
    }

    <T> List<T> page(Stream<T> all) {
        int limit = number("limit", -1);
        return all.skip(Math.max(0, number("offset", 0)))
                .limit(limit > 0 ? limit : Integer.MAX_VALUE)
                .toList();
    }

    /** @throws BadCallException when the parameter is no number */
    private int number(String name, int otherwise) {
        String text = query.get(name);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new BadCallException(404, "HTTP 404 Not Found");
        }
    }

    /** @throws BadCallException when the id is no number, for which no resource can exist */
    int id() {
        try {
            return Integer.parseInt(path.getOrDefault("id", ""));
        } catch (NumberFormatException notANumber) {
            throw new BadCallException(404, "HTTP 404 Not Found");
        }
    }

    private static String withoutContext(String subject) {
        return subject.startsWith(DEFAULT_CONTEXT) ? subject.substring(DEFAULT_CONTEXT.length()) : subject;
    }
}

package io.journey.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.journey.local.registry.catalogue.Outcome;
import io.journey.local.registry.catalogue.Refusal;
import java.util.function.Function;

/**
 * What goes back to the caller.
 *
 * @param status of HTTP
 * @param body JSON, or a schema as it is
 */
record Reply(int status, String body) {

    static Reply ok(JsonNode document) {
        return new Reply(200, document.toString());
    }

    /** A body that is JSON already. */
    static Reply raw(String json) {
        return new Reply(200, json);
    }

    static Reply fault(int status, int code, String message) {
        return new Reply(status, Documents.error(code, message).toString());
    }

    /** A fault that HTTP itself has a number for. */
    static Reply fault(int status, String message) {
        return fault(status, status, message);
    }

    static Reply refused(Refusal refusal) {
        return fault(refusal.reason().status(), refusal.reason().code(), refusal.message());
    }

    static <T> Reply of(Outcome<T> outcome, Function<T, JsonNode> document) {
        return reply(outcome, answer -> ok(document.apply(answer)));
    }

    static <T> Reply reply(Outcome<T> outcome, Function<T, Reply> granted) {
        if (outcome instanceof Outcome.Granted<T> yes) {
            return granted.apply(yes.answer());
        }
        if (outcome instanceof Outcome.Refused<T> no) {
            return refused(no.refusal());
        }
        throw new IllegalStateException("no reply is defined for " + outcome);
    }
}

package io.journey.streams.query;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.journey.service.access.Credential;
import io.journey.streams.http.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes questions off the wire and writes the answers. Never logs a path, because it names a person. */
final class QueryHandler implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(QueryHandler.class);

    private final Map<String, Customers> journeys;
    private final Optional<Credential> token;
    private final Semaphore whole;

    /**
     * @param journeys whom to ask, by id of the definition; may grow while instances start
     * @param whole how many questions may wait for other instances at once, fewer than there are threads: what other
     *     instances ask never waits, so that they cannot wait for each other
     */
    QueryHandler(Map<String, Customers> journeys, Optional<Credential> token, int whole) {
        this.journeys = journeys;
        this.token = token;
        this.whole = new Semaphore(whole);
    }

    private static Reply fault(int status, String message) {
        return Reply.json(status, QueryJson.fault(status, message));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            reply(exchange).writeTo(exchange);
        }
    }

    private Reply reply(HttpExchange exchange) {
        if (token.isPresent()
                && !token.get().isShownBy(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            return fault(401, "the token is missing or wrong");
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("Allow", "GET");
            return fault(405, "only GET is answered");
        }
        if (exchange.getRequestURI().toString().length() > QueryPath.LONGEST) {
            return fault(414, "the path is longer than any identity's");
        }
        try {
            QueryPath path = QueryPath.of(exchange.getRequestURI());
            if (path instanceof QueryPath.Journeys) {
                return Reply.json(
                        200,
                        QueryJson.journeys(journeys.keySet().stream().sorted().toList()));
            }
            return path instanceof QueryPath.Asked asked
                    ? reply(answer(asked.question()))
                    : fault(404, "expected /v1/journeys/{journey}/identities/{namespace:value}, URL-encoded");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fault(503, "this instance is stopping");
        } catch (RuntimeException fault) {
            LOG.error("A question about a customer failed", fault);
            return fault(500, "this question failed; the application's log says why");
        }
    }

    private Answer answer(Question question) throws InterruptedException {
        Customers customers = journeys.get(question.journey());
        if (customers == null) {
            return new Answer.Unknown(
                    "this application runs no such journey, only " + String.join(", ", journeys.keySet()));
        }
        if (question.part() != Question.Part.ALL) {
            return customers.answer(question);
        }
        if (!whole.tryAcquire()) {
            return new Answer.NotNow("too many questions at once; ask again");
        }
        try {
            return customers.answer(question);
        } finally {
            whole.release();
        }
    }

    private static Reply reply(Answer answer) {
        if (answer instanceof Answer.Found found) {
            return Reply.json(200, QueryJson.write(found.customer()));
        }
        if (answer instanceof Answer.Unknown unknown) {
            return fault(404, unknown.reason());
        }
        if (answer instanceof Answer.NotNow notNow) {
            return fault(503, notNow.reason());
        }
        Answer.Refused refused = (Answer.Refused) answer;
        // Another instance that refuses our token is a fault of the installation, not of who asks.
        return refused.status() == 401
                ? fault(503, "another instance refuses this one's journey.http.token: give all the same")
                : fault(refused.status(), refused.reason());
    }
}

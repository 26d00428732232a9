package io.journey.local.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests off the wire, finds their route and writes the reply: all that is HTTP and nothing else. */
final class RegistryHandler implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryHandler.class);
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT");
    private static final int STORE_FAULT = 50001;

    private final List<Route> routes;
    private final Optional<BasicCredentials> credentials;

    RegistryHandler(List<Route> routes, Optional<BasicCredentials> credentials) {
        this.routes = List.copyOf(routes);
        this.credentials = credentials;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            write(exchange, reply(exchange));
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        try {
            authorize(exchange);
            return answer(exchange);
        } catch (BadCallException fault) {
            return fault.reply();
        } catch (RegistryException fault) {
            LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), fault);
            return Reply.fault(500, STORE_FAULT, String.valueOf(fault.getMessage()));
        } catch (RuntimeException fault) {
            LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), fault);
            return Reply.fault(500, "Internal Server Error");
        }
    }

    private void authorize(HttpExchange exchange) {
        String sent = header(exchange, "Authorization", "");
        if (credentials.isPresent() && !credentials.get().match(sent)) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"journey\"");
            throw new BadCallException(401, "Unauthorized");
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        Address address = Address.of(exchange.getRequestURI());
        // A HEAD is a GET whose body stays here.
        String method = exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
        boolean pathKnown = false;
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(address.path());
            if (variables.isPresent() && route.method().equals(method)) {
                checkMediaTypes(exchange);
                return route.answer().apply(new Call(variables.get(), address.query(), body(exchange, method)));
            }
            pathKnown |= variables.isPresent();
        }
        throw pathKnown
                ? new BadCallException(405, "HTTP 405 Method Not Allowed")
                : new BadCallException(404, "HTTP 404 Not Found");
    }

    private static void checkMediaTypes(HttpExchange exchange) {
        if (MediaTypes.negotiate(accept(exchange)).isEmpty()) {
            throw new BadCallException(406, "HTTP 406 Not Acceptable");
        }
        if (METHODS_WITH_BODY.contains(exchange.getRequestMethod())
                && !MediaTypes.readable(header(exchange, "Content-Type", "application/octet-stream"))) {
            throw new BadCallException(415, "HTTP 415 Unsupported Media Type");
        }
    }

    private static JsonNode body(HttpExchange exchange, String method) throws IOException {
        if (!METHODS_WITH_BODY.contains(method)) {
            return Documents.empty();
        }
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        if (bytes.length == 0) {
            throw new BadCallException(422, "The request has no body, a JSON object is expected");
        }
        try {
            JsonNode body = MAPPER.readTree(bytes);
            if (body.isObject()) {
                return body;
            }
            if (body.isNull()) {
                throw new BadCallException(422, "The request's body is null, a JSON object is expected");
            }
        } catch (JsonProcessingException notJson) {
            throw new BadCallException(400, "The request's body is no JSON: " + notJson.getOriginalMessage());
        }
        throw new BadCallException(400, "The request's body is no JSON object");
    }

    private static void write(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", MediaTypes.negotiate(accept(exchange)).orElse("application/json"));
        headers.set("Cache-Control", "no-cache, no-store, must-revalidate");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-XSS-Protection", "1; mode=block");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String accept(HttpExchange exchange) {
        return header(exchange, "Accept", "*/*");
    }

    private static String header(HttpExchange exchange, String name, String otherwise) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? otherwise : value;
    }
}

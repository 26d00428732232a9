package io.journey.sink.http;

import io.javalin.http.sse.SseClient;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One open stream of notices with a queue of one place: a newer notice replaces one that still waits.
 *
 * <p>A client that does not read blocks only its own sending, never the others and never the sink.
 */
final class EventClient {

    private final SseClient client;
    private final Executor executor;
    private final AtomicReference<@Nullable Notice> waiting = new AtomicReference<>();
    private final AtomicBoolean sending = new AtomicBoolean();

    EventClient(SseClient client, Executor executor) {
        this.client = client;
        this.executor = executor;
    }

    void offer(Notice notice) {
        // A comment only keeps the connection open; it must not push out news that does that as well.
        waiting.accumulateAndGet(
                notice,
                (held, offered) ->
                        held instanceof Notice.Version && offered instanceof Notice.Comment ? held : offered);
        if (sending.compareAndSet(false, true)) {
            executor.execute(this::send);
        }
    }

    private void send() {
        Notice next = waiting.getAndSet(null);
        while (next != null && !client.terminated()) {
            if (next instanceof Notice.Version version) {
                client.sendEvent(version);
            } else {
                client.sendComment("still here");
            }
            next = waiting.getAndSet(null);
        }
        sending.set(false);
        // An offer between the last look and the line above found somebody sending.
        if (waiting.get() != null && !client.terminated() && sending.compareAndSet(false, true)) {
            executor.execute(this::send);
        }
    }

    void close() {
        client.close();
    }
}

package io.journey.events.registry;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Answers by question, asked once: threads that ask the same at the same time wait for one call. A failure is not kept;
 * the next to ask tries again.
 */
final class OnceCache<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> answers = new ConcurrentHashMap<>();

    V get(K key, Supplier<V> ask) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> asked = answers.putIfAbsent(key, mine);
        if (asked != null) {
            return await(asked);
        }
        try {
            V answer = ask.get();
            mine.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            answers.remove(key, mine);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    void put(K key, V answer) {
        answers.put(key, CompletableFuture.completedFuture(answer));
    }

    private static <V> V await(CompletableFuture<V> asked) {
        try {
            return asked.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}

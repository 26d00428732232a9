package io.journey.local.clients;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaClientSupplier;

/** Other clients, with somebody between Kafka Streams and the polls of its main consumer, and a count of what is committed. */
final class WatchedClients implements KafkaClientSupplier {

    private static final Object[] NONE = {};

    private final KafkaClientSupplier clients;
    private final Poll poll;
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger aborts = new AtomicInteger();
    private final AtomicInteger uncommitted = new AtomicInteger();

    /** Stands in for a poll of the main consumer. */
    @FunctionalInterface
    interface Poll {
        ConsumerRecords<byte[], byte[]> poll(
                WatchedClients clients, Consumer<byte[], byte[]> consumer, Duration timeout)
                throws InterruptedException;
    }

    WatchedClients(KafkaClientSupplier clients, Poll poll) {
        this.clients = clients;
        this.poll = poll;
    }

    int commits() {
        return commits.get();
    }

    int aborts() {
        return aborts.get();
    }

    /** Records sent since the last commit or abort. */
    int uncommitted() {
        return uncommitted.get();
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        Consumer<byte[], byte[]> consumer = clients.getConsumer(config);
        return proxy(
                Consumer.class,
                (proxy, method, arguments) -> method.getName().equals("poll")
                        ? poll.poll(this, consumer, (Duration) arguments[0])
                        : called(consumer, method, arguments));
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        Producer<byte[], byte[]> producer = clients.getProducer(config);
        return proxy(Producer.class, (proxy, method, arguments) -> {
            Object returned = called(producer, method, arguments);
            note(method.getName());
            return returned;
        });
    }

    @SuppressWarnings("unchecked") // What is proxied has the types that are asked for.
    private static <T> T proxy(Class<? super T> type, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private void note(String call) {
        switch (call) {
            case "send" -> uncommitted.incrementAndGet();
            case "commitTransaction" -> {
                uncommitted.set(0);
                commits.incrementAndGet();
            }
            case "abortTransaction" -> {
                uncommitted.set(0);
                aborts.incrementAndGet();
            }
            default -> {}
        }
    }

    private static Object called(Object client, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments == null ? NONE : arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return clients.getAdmin(config);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return clients.getRestoreConsumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return clients.getGlobalConsumer(config);
    }
}

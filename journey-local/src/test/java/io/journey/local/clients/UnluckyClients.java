package io.journey.local.clients;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.TaskId;

/**
 * Other clients, with main consumers that from time to time find a task corrupted while a rebalance has begun, which is
 * what a thread finds that takes over a task with the state that a killed process left behind.
 */
final class UnluckyClients implements KafkaClientSupplier {

    private static final Object[] NONE = {};

    private final KafkaClientSupplier clients;
    private final TaskId victim;
    private final TopicPartition input;
    private final int most;
    private final AtomicInteger polls = new AtomicInteger();
    private final AtomicInteger misfortunes = new AtomicInteger();
    private final AtomicInteger aborts = new AtomicInteger();

    /**
     * @param victim task that is corrupted
     * @param input of the victim
     * @param most how often at most
     */
    UnluckyClients(KafkaClientSupplier clients, TaskId victim, TopicPartition input, int most) {
        this.clients = clients;
        this.victim = victim;
        this.input = input;
        this.most = most;
    }

    /** How often a transaction was aborted. */
    int aborts() {
        return aborts.get();
    }

    @Override
    @SuppressWarnings("unchecked") // What is proxied is what is returned.
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        Consumer<byte[], byte[]> consumer = clients.getConsumer(config);
        return (Consumer<byte[], byte[]>) Proxy.newProxyInstance(
                Consumer.class.getClassLoader(), new Class<?>[] {Consumer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("poll") && isDue(consumer)) {
                        return misfortune(consumer);
                    }
                    return called(consumer, method, arguments);
                });
    }

    private boolean isDue(Consumer<byte[], byte[]> consumer) {
        return misfortunes.get() < most && consumer.assignment().contains(input) && polls.incrementAndGet() % 10 == 0;
    }

    private ConsumerRecords<byte[], byte[]> misfortune(Consumer<byte[], byte[]> consumer) {
        consumer.enforceRebalance("as another member joins");
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(Duration.ZERO);
        if (polled.isEmpty() && consumer.assignment().contains(input)) {
            misfortunes.incrementAndGet();
            throw new TaskCorruptedException(Set.of(victim));
        }
        return polled;
    }

    @Override
    @SuppressWarnings("unchecked") // What is proxied is what is returned.
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        Producer<byte[], byte[]> producer = clients.getProducer(config);
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("abortTransaction")) {
                        aborts.incrementAndGet();
                    }
                    return called(producer, method, arguments);
                });
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

package io.journey.streams.store;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Tallies;
import io.journey.core.aggregate.Tally;
import io.journey.streams.clock.Progress;
import io.journey.streams.clock.WatermarkPolicy;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * What the processors of one task gather in memory between two commits.
 *
 * <p>Cells are few and events are many, so differences are summed here and passed on once per commit. Kafka Streams
 * empties its caches inside the transaction, just before it commits; this takes part in that through the interface its
 * own caches have. That interface is internal, which is why it is used here and nowhere else and pinned by a test. If
 * the task dies before the commit, the sums die with the input that they came from.
 */
@SuppressWarnings("deprecation") // managesOffsets: nothing is kept, so there are no offsets to manage.
public final class Gathered implements StateStore, CachedStateStore<Object, Object> {

    private final String name;
    private final Tallies tallies = new Tallies();
    private Progress progress = Progress.NONE;
    private long processed = -1;
    private long watermark = WatermarkPolicy.UNKNOWN;
    private @Nullable Runnable beforeCommit;
    private boolean open;

    private Gathered(String name) {
        this.name = name;
    }

    /** Builds one per task; never logged, because it is empty at every commit. */
    public static StoreBuilder<Gathered> builder(String name) {
        return new Builder(name);
    }

    public Tallies tallies() {
        return tallies;
    }

    public Progress progress() {
        return progress;
    }

    public void progress(Progress now) {
        progress = now;
    }

    /** Offset of the last input record processed by this task, or the one before its first. */
    public long processed() {
        return processed;
    }

    /** Where processing begins: the last record that the task before this one was given. */
    public void beginAfter(long offset) {
        processed = offset;
    }

    public void processed(long offset) {
        processed = offset;
        progress = progress.processed(offset);
    }

    /** The watermark as last derived; {@link WatermarkPolicy#UNKNOWN} at first. */
    public long watermark() {
        return watermark;
    }

    public void watermark(long now) {
        watermark = now;
    }

    /**
     * Lets a processor pass the sums on before every commit. To be called from its {@code init}.
     *
     * @param pass given every cell whose sum is not zero, may forward
     * @param last called after that, may forward
     */
    public void passOnFrom(ProcessorContext<?, ?> context, BiConsumer<Cell, Tally> pass, Runnable last) {
        InternalProcessorContext<?, ?> internal = (InternalProcessorContext<?, ?>) context;
        ProcessorNode<?, ?, ?, ?> node = internal.currentNode();
        beforeCommit = () -> {
            ProcessorNode<?, ?, ?, ?> current = internal.currentNode();
            internal.setCurrentNode(node);
            try {
                tallies.drain(pass);
                last.run();
            } finally {
                internal.setCurrentNode(current);
            }
        };
    }

    @Override
    public void flushCache() {
        if (beforeCommit != null) {
            beforeCommit.run();
        }
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void clearCache() {
        tallies.drain((cell, tally) -> {});
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        clearCache();
        progress = Progress.NONE;
        processed = -1;
        watermark = WatermarkPolicy.UNKNOWN;
        open = true;
        context.register(root, (key, value) -> {});
    }

    @Override
    public void close() {
        open = false;
        beforeCommit = null;
        clearCache();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private record Builder(String name) implements StoreBuilder<Gathered> {

        @Override
        public Gathered build() {
            return new Gathered(name);
        }

        @Override
        public StoreBuilder<Gathered> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<Gathered> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<Gathered> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException(name + " is empty at every commit; there is nothing to log");
        }

        @Override
        public StoreBuilder<Gathered> withLoggingDisabled() {
            return this;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}

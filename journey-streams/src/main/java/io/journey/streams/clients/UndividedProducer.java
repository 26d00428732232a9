package io.journey.streams.clients;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A producer of a stream thread that commits nothing more once a transaction of its was aborted.
 *
 * <p>The tasks of a thread share its transactions. When Kafka Streams 4.3.1 closes one of them as corrupted, which it does
 * with the state that a killed process left behind, it aborts the transaction that is open; and while a rebalance is in
 * progress it does not commit the other tasks before. They go on all the same, with state and positions that hold what
 * they did in it, and with their next commit what they had written is lost for good.
 *
 * <p>So whoever wants to commit after that learns that the producer is fenced. Kafka Streams knows what to do then: it
 * closes all tasks of the thread, and they begin again with a new producer at what was committed. It sends offsets with
 * every commit, so there is one place to say it.
 */
final class UndividedProducer extends KafkaProducer<byte[], byte[]> {

    private boolean aborted;

    UndividedProducer(Map<String, Object> config) {
        super(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void abortTransaction() {
        aborted = true;
        super.abortTransaction();
    }

    @Override
    public void sendOffsetsToTransaction(
            Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata groupMetadata) {
        if (aborted) {
            throw new ProducerFencedException("A transaction was aborted in which any task of this thread may have"
                    + " written; all of them begin again at what was committed before it.");
        }
        super.sendOffsetsToTransaction(offsets, groupMetadata);
    }
}

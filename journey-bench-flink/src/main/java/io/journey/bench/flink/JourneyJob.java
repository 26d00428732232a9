package io.journey.bench.flink;

import io.journey.events.topic.JourneyTopic;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Table of contents of the job. */
final class JourneyJob {

    /** A whole megabyte of one partition would be weeks ahead of the others, all of it waiting in state. */
    private static final int FETCH_BYTES = 64 * 1024;

    private final Settings settings;

    JourneyJob(Settings settings) {
        this.settings = settings;
    }

    void define(StreamExecutionEnvironment environment) {
        SingleOutputStreamOperator<AddressedTouch> touches = environment
                .fromSource(source(), watermarks(), "read touchpoints", Types.ADDRESSED_TOUCH)
                .uid("read-touchpoints");
        SingleOutputStreamOperator<Published> transitions = touches.keyBy(AddressedTouch::customer)
                .transform("stitch journeys", Types.PUBLISHED, new JourneysOperator(new Journeys(settings)))
                .uid("stitch-journeys");
        transitions
                .sinkTo(sink("transitions", List.of(JourneyTopic.TRANSITIONS)))
                .name("write transitions")
                .uid("write-transitions");
        transitions
                .getSideOutput(JourneysOperator.DIFFERENCES)
                .keyBy(CellDifference::cell, BasicTypeInfo.STRING_TYPE_INFO)
                .process(new SumDifferences(settings), Types.PUBLISHED)
                .name("sum differences")
                .uid("sum-differences")
                .sinkTo(sink("aggregates", JourneyTopic.AGGREGATES))
                .name("write aggregates")
                .uid("write-aggregates");
    }

    /** Ends where the topic ends now; apart from that the job is the one that would run for good. */
    private KafkaSource<AddressedTouch> source() {
        return KafkaSource.<AddressedTouch>builder()
                .setBootstrapServers(settings.surroundings().bootstrapServers())
                .setTopics(JourneyTopic.TOUCHPOINTS.named(settings.topicPrefix()))
                .setGroupId(settings.group())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setBounded(OffsetsInitializer.latest())
                .setDeserializer(new ReadTouches(settings))
                .setProperty("max.partition.fetch.bytes", String.valueOf(FETCH_BYTES))
                .setProperty("receive.buffer.bytes", "-1")
                .build();
    }

    /** Ours waits for nobody either. */
    private static WatermarkStrategy<AddressedTouch> watermarks() {
        return WatermarkStrategy.<AddressedTouch>forMonotonousTimestamps()
                .withTimestampAssigner((value, recordTimestamp) -> value.touch().at());
    }

    private KafkaSink<Published> sink(String what, List<JourneyTopic> topics) {
        Properties producer = new Properties();
        // As ours, or what Kafka Streams sets for ours.
        producer.setProperty("compression.type", "lz4");
        producer.setProperty("batch.size", "131072");
        producer.setProperty("linger.ms", "100");
        // Of a transaction that the broker gave up, the sink says so in its log, and goes on without those rows.
        producer.setProperty(
                "transaction.timeout.ms", String.valueOf(Duration.ofMinutes(10).toMillis()));
        return KafkaSink.<Published>builder()
                .setBootstrapServers(settings.surroundings().bootstrapServers())
                .setKafkaProducerConfig(producer)
                .setRecordSerializer(new ToTopics(topics.stream()
                        .map(topic -> topic.named(settings.topicPrefix()))
                        .toList()))
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(settings.group() + "-" + what)
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .build();
    }
}

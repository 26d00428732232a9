package io.journey.bench.flink;

import io.journey.core.identity.Delivery;
import io.journey.core.journey.JourneyRules;
import io.journey.events.identity.IdentityHash;
import io.journey.events.serde.SpecificAvroDeserializer;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.TouchpointKey;
import io.journey.streams.intake.Judge;
import io.journey.streams.intake.Limits;
import io.journey.streams.intake.Verdict;
import java.time.Duration;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decodes, judges and classifies records in the source, as our intake does. What is unusable is counted. */
final class ReadTouches implements KafkaRecordDeserializationSchema<AddressedTouch> {

    private static final Limits LIMITS = new Limits(Duration.ofMinutes(5), null, 262_144);

    private final Settings settings;
    private transient Judge judge;
    private transient Counter unusable;

    @SuppressWarnings("NullAway.Init") // By open.
    ReadTouches(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        SpecificAvroDeserializer<Touchpoint> decoder = new SpecificAvroDeserializer<>();
        decoder.configure(settings.surroundings().clients(), false);
        JourneyRules rules = new JourneyRules(settings.definition());
        judge = new Judge(rules, IdentityHash.NONE, LIMITS, decoder);
        unusable = context.getMetricGroup().counter("unusable");
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<AddressedTouch> out) {
        Verdict verdict = judge.judge(record.topic(), record.key(), record.value(), record.timestamp(), Long.MIN_VALUE);
        if (verdict instanceof Verdict.Usable usable && usable.input() instanceof Delivery delivery) {
            TouchpointKey address = usable.address();
            out.collect(new AddressedTouch(address.getNamespace() + ":" + address.getValue(), delivery.touch()));
        } else {
            unusable.inc();
        }
    }

    @Override
    public TypeInformation<AddressedTouch> getProducedType() {
        return Types.ADDRESSED_TOUCH;
    }
}

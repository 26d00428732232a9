package io.journey.streams.intake;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Tally;
import io.journey.core.identity.Delivery;
import io.journey.core.journey.JourneyRules;
import io.journey.core.journey.Touch;
import io.journey.events.identity.IdentityHash;
import io.journey.events.v1.Rejected;
import io.journey.events.v1.RejectedKey;
import io.journey.events.v1.TouchpointKey;
import io.journey.streams.ladder.Homes;
import io.journey.streams.ladder.Message;
import io.journey.streams.metrics.InputMeters;
import io.journey.streams.metrics.JourneyMeters;
import io.journey.streams.naming.StepNames;
import io.journey.streams.naming.StoreNames;
import io.journey.streams.store.Gathered;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Decodes and judges every input record and sends it on its way: to its customer, by way of another partition when the
 * producer put it into the wrong one, or to the rejected topic.
 */
public final class Intake implements ProcessorSupplier<byte[], byte[], Object, Object> {

    private final JourneyRules rules;
    private final IdentityHash hash;
    private final Limits limits;
    private final Homes homes;
    private final JourneyMeters meters;
    private final InputMeters inputs;

    /**
     * @param homes where addresses live
     */
    public Intake(JourneyRules rules, IdentityHash hash, Limits limits, Homes homes, JourneyMeters meters) {
        this.rules = rules;
        this.hash = hash;
        this.limits = limits;
        this.homes = homes;
        this.meters = meters;
        this.inputs = meters.inputs(rules.definition().journey());
        meters.expectRejections(rules.definition().journey());
    }

    @Override
    public Processor<byte[], byte[], Object, Object> get() {
        return new Step();
    }

    private final class Step implements Processor<byte[], byte[], Object, Object> {

        private ProcessorContext<Object, Object> context;
        private Gathered gathered;
        private Judge judge;

        @Override
        public void init(ProcessorContext<Object, Object> context) {
            this.context = context;
            this.gathered = context.getStateStore(StoreNames.GATHERED);
            this.judge = new Judge(rules, hash, limits, context.valueSerde().deserializer());
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            RecordMetadata from = context.recordMetadata().orElseThrow();
            Verdict verdict =
                    judge.judge(from.topic(), record.key(), record.value(), record.timestamp(), gathered.watermark());
            Tally balance = gathered.tallies().at(new Cell.Balance(verdict.source()));
            balance.add(Cell.Balance.READ, 1);
            gathered.processed(from.offset());
            if (verdict instanceof Verdict.Usable usable) {
                if (usable.input() instanceof Delivery delivery) {
                    count(usable.source(), delivery.touch());
                    gathered.progress(gathered.progress().read(delivery.touch().at(), context.currentSystemTimeMs()));
                }
                sendHome(usable, from, record.timestamp());
            } else if (verdict instanceof Verdict.Unusable unusable) {
                balance.add(Cell.Balance.REJECTED, 1);
                meters.rejected(rules.definition().journey(), unusable.reason());
                reject(unusable, from, record);
            }
        }

        private void count(String source, Touch touch) {
            inputs.received(source, touch.channel());
            Long greatest = gathered.progress().greatest();
            if (greatest != null && touch.at() < greatest) {
                inputs.late(greatest - touch.at());
            }
        }

        private void sendHome(Verdict.Usable usable, RecordMetadata from, long timestamp) {
            TouchpointKey address = usable.address();
            Message.Addressed message = new Message.Addressed(
                    address.getNamespace() + ":" + address.getValue(),
                    usable.input(),
                    new Message.Origin(from.partition(), from.offset()),
                    usable.source());
            boolean here = homes.of(address) == from.partition();
            context.forward(
                    new Record<>(message.to(), message, timestamp),
                    here ? StepNames.MESSAGES : StepNames.MESSAGES_TO_OTHERS);
        }

        private void reject(Verdict.Unusable why, RecordMetadata from, Record<byte[], byte[]> record) {
            RejectedKey key =
                    new RejectedKey(rules.definition().journey(), from.topic(), from.partition(), from.offset());
            Rejected value = new Rejected(
                    why.reason().name(),
                    why.detail(),
                    why.source(),
                    Instant.ofEpochMilli(record.timestamp()),
                    wrap(record.key()),
                    wrap(record.value()));
            context.forward(new Record<>(key, value, record.timestamp(), record.headers()), StepNames.REJECTED);
        }

        private static @Nullable ByteBuffer wrap(byte @Nullable [] bytes) {
            return bytes == null ? null : ByteBuffer.wrap(bytes);
        }
    }
}

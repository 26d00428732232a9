package io.journey.streams.stitch;

import io.journey.core.aggregate.Cell;
import io.journey.core.definition.Definition;
import io.journey.core.identity.Delivery;
import io.journey.core.identity.Erasure;
import io.journey.core.identity.Input;
import io.journey.core.identity.Ladder;
import io.journey.core.identity.Node;
import io.journey.core.identity.Outcome;
import io.journey.core.identity.Unlink;
import io.journey.core.journey.Touch;
import io.journey.events.reject.RejectReason;
import io.journey.events.v1.ErasureKey;
import io.journey.events.v1.Rejected;
import io.journey.events.v1.RejectedKey;
import io.journey.streams.intake.Judge;
import io.journey.streams.intake.Verdict;
import io.journey.streams.ladder.Message;
import io.journey.streams.metrics.JourneyMeters;
import io.journey.streams.naming.StepNames;
import io.journey.streams.store.Gathered;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Takes in what reaches an address from outside, and accounts for it. */
final class Inputs {

    private final Definition definition;
    private final String topic;
    private final Ladder ladder;
    private final Gathered gathered;
    private final JourneyMeters meters;
    private final Rows rows;

    /** Takes what is to be published. */
    interface Rows {

        /**
         * @param step that it is sent to
         */
        void row(String step, SpecificRecord key, SpecificRecord value);
    }

    /**
     * @param topic that inputs are read from
     * @param rows takes what is to be published
     */
    Inputs(Definition definition, String topic, Ladder ladder, Gathered gathered, JourneyMeters meters, Rows rows) {
        this.definition = definition;
        this.topic = topic;
        this.ladder = ladder;
        this.gathered = gathered;
        this.meters = meters;
        this.rows = rows;
    }

    void take(StoredNode address, Message.Addressed message) {
        Input input = message.input();
        if (input instanceof Delivery delivery) {
            deliver(address, delivery, message);
        } else if (input instanceof Unlink unlink) {
            ladder.unlink(address, unlink.eventId());
            accountOnce(address, message.source(), "unlink " + unlink.eventId());
        } else if (input instanceof Erasure erasure) {
            erase(address, erasure);
            accountOnce(address, message.source(), "erase " + erasure.from() + " " + erasure.to());
        }
    }

    /** An instruction is known by what it does: carrying it out again changes nothing. */
    private void accountOnce(StoredNode address, String source, String instruction) {
        boolean isFirst = address.isFirst(source, instruction);
        account(source, isFirst ? Cell.Balance.IN_JOURNEYS : Cell.Balance.DUPLICATE, 1);
    }

    private void deliver(Node address, Delivery delivery, Message.Addressed message) {
        Outcome outcome = ladder.deliver(address, delivery, gathered.watermark());
        switch (outcome.fate()) {
            case ADDED -> account(message.source(), Cell.Balance.IN_JOURNEYS, 1);
            case DUPLICATE -> account(message.source(), Cell.Balance.DUPLICATE, 1);
            case ERASED -> {
                account(message.source(), Cell.Balance.REJECTED, 1);
                reject(message);
            }
        }
        Touch replaced = outcome.replaced();
        if (replaced != null) {
            becomesDuplicate(source(replaced), Cell.Balance.IN_JOURNEYS);
        }
        String unerased = outcome.unerased();
        if (unerased != null) {
            becomesDuplicate(Verdict.accountedTo(unerased), Cell.Balance.REJECTED);
        }
    }

    private static String source(Touch touch) {
        return Verdict.accountedTo(touch.source());
    }

    private void becomesDuplicate(String source, int before) {
        account(source, before, -1);
        account(source, Cell.Balance.DUPLICATE, 1);
    }

    /** Without the record's bytes: what is erased must not be kept elsewhere. */
    private void reject(Message.Addressed message) {
        Message.Origin origin = message.origin();
        meters.rejected(definition.journey(), RejectReason.ERASED);
        rows.row(
                StepNames.REJECTED,
                new RejectedKey(definition.journey(), topic, origin.partition(), origin.offset()),
                Rejected.newBuilder()
                        .setReason(RejectReason.ERASED.name())
                        .setDetail("an event of an identity whose events of that time were erased")
                        .setSource(message.source())
                        .setRecordTimestamp(Instant.EPOCH)
                        .build());
    }

    private void erase(Node address, Erasure erasure) {
        boolean isNew = !address.erasures().contains(erasure);
        List<Touch> erased = ladder.erase(address, erasure, gathered.watermark());
        for (Touch touch : erased) {
            account(source(touch), Cell.Balance.IN_JOURNEYS, -1);
            account(source(touch), Cell.Balance.REJECTED, 1);
        }
        if (isNew) {
            rows.row(
                    StepNames.ERASURES,
                    new ErasureKey(
                            definition.journey(), address.identity(), instant(erasure.from()), instant(erasure.to())),
                    new io.journey.events.v1.Erasure(definition.version(), (long) erased.size()));
        }
    }

    /** No event is older than this, and the beginning of time does not fit everybody's timestamps. */
    private static Instant instant(long at) {
        return Instant.ofEpochMilli(Math.max(at, Judge.EARLIEST.toEpochMilli()));
    }

    private void account(String source, int count, int times) {
        gathered.tallies().at(new Cell.Balance(source)).add(count, times);
    }
}

package io.journey.sink.consume;

import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Puts waiting partitions where the database says, outside of any rebalance. */
final class PlaceStep {

    private final Assignment assignment;
    private final Placement placement;
    private final Trouble trouble;

    PlaceStep(Assignment assignment, Placement placement, Trouble trouble) {
        this.assignment = assignment;
        this.placement = placement;
        this.trouble = trouble;
    }

    void run() {
        if (assignment.waiting().isEmpty() || !trouble.untilRetry().isZero()) {
            return;
        }
        try {
            placement.find(assignment.waiting()).forEach(this::place);
            trouble.databaseAnswers();
        } catch (SQLException failure) {
            trouble.withDatabase(failure);
        } catch (KafkaException failure) {
            trouble.withKafka(failure);
        }
    }

    private void place(TopicPartition partition, Place place) {
        if (place instanceof Place.At at) {
            assignment.read(partition, new Reading(partition, at.topicId(), at.offset()));
        } else if (place instanceof Place.Nowhere nowhere) {
            assignment.stop(
                    partition,
                    nowhere.reason()
                            + "; empty the database, or set topic.changed=reset to have this table emptied and read anew");
        }
    }
}

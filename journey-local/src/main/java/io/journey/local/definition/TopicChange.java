package io.journey.local.definition;

import io.journey.events.topic.JourneyTopic;
import io.journey.streams.table.PublishedTopics.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What has to be written into a topic so that it holds other rows than now.
 *
 * @param topic whose rows they are
 * @param rows to write; without a value, to withdraw
 * @param added rows that only the new results have
 * @param changed rows that say something else in the new results
 * @param restamped rows that differ by the definition's version alone
 * @param withdrawn rows that only the old results have
 * @param same rows that are equal
 */
public record TopicChange(
        JourneyTopic topic, List<Row> rows, long added, long changed, long restamped, long withdrawn, long same) {

    private static final String VERSION = "version";

    static TopicChange between(
            JourneyTopic topic, Map<SpecificRecord, SpecificRecord> old, Map<SpecificRecord, SpecificRecord> now) {
        List<Row> rows = new ArrayList<>();
        long added = 0;
        long changed = 0;
        long restamped = 0;
        for (Map.Entry<SpecificRecord, SpecificRecord> entry : now.entrySet()) {
            SpecificRecord before = old.get(entry.getKey());
            SpecificRecord after = entry.getValue();
            if (after.equals(before)) {
                continue;
            }
            rows.add(new Row(entry.getKey(), after));
            if (before == null) {
                added++;
            } else if (saysTheSame(before, after)) {
                restamped++;
            } else {
                changed++;
            }
        }
        long same = (long) now.size() - rows.size();
        old.keySet().stream().filter(key -> !now.containsKey(key)).forEach(key -> rows.add(new Row(key, null)));
        return new TopicChange(topic, rows, added, changed, restamped, old.size() - (same + changed + restamped), same);
    }

    private static boolean saysTheSame(@Nullable SpecificRecord one, SpecificRecord other) {
        if (one == null) {
            return false;
        }
        for (Schema.Field field : other.getSchema().getFields()) {
            if (!field.name().equals(VERSION) && !Objects.equals(one.get(field.pos()), other.get(field.pos()))) {
                return false;
            }
        }
        return true;
    }
}

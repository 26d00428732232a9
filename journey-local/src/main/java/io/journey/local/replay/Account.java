package io.journey.local.replay;

import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Balance;
import io.journey.events.v1.BalanceKey;
import io.journey.events.v1.Rejected;
import io.journey.events.v1.RejectedKey;
import io.journey.events.v1.Transition;
import io.journey.events.v1.TransitionKey;
import io.journey.streams.table.PublishedTopics;
import io.journey.streams.table.TopicTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one definition made of the events, as its topics say.
 *
 * @param sources what became of each source's events
 * @param rejected rejected records and lines by reason
 * @param transitions how many there are
 */
record Account(Map<String, Balance> sources, Map<String, Long> rejected, long transitions) {

    static Account of(PublishedTopics published, String journey) {
        Map<String, Balance> sources = new TreeMap<>();
        try (TopicTable<BalanceKey, Balance> rows = published.table(JourneyTopic.BALANCE)) {
            rows.refresh().forEach((key, value) -> {
                if (key.getJourney().equals(journey)) {
                    sources.put(key.getSource(), value);
                }
            });
        }
        Map<String, Long> rejected = new TreeMap<>();
        try (TopicTable<RejectedKey, Rejected> rows = published.table(JourneyTopic.REJECTED)) {
            rows.refresh().forEach((key, value) -> {
                if (key.getJourney().equals(journey)) {
                    rejected.merge(value.getReason(), 1L, Long::sum);
                }
            });
        }
        try (TopicTable<TransitionKey, Transition> rows = published.table(JourneyTopic.TRANSITIONS)) {
            long transitions = rows.refresh().keySet().stream()
                    .filter(key -> key.getJourney().equals(journey))
                    .count();
            return new Account(sources, rejected, transitions);
        }
    }

    long read() {
        return sources.values().stream().mapToLong(Balance::getRead).sum();
    }

    long inJourneys() {
        return sources.values().stream().mapToLong(Balance::getInJourneys).sum();
    }

    long duplicate() {
        return sources.values().stream().mapToLong(Balance::getDuplicate).sum();
    }

    long rejectedRecords() {
        return sources.values().stream().mapToLong(Balance::getRejected).sum();
    }

    /** Everything that does not add up; empty when the balance closes. */
    List<String> differences(long sent) {
        List<String> differences = new ArrayList<>();
        sources.forEach((source, row) -> {
            long found = row.getInJourneys() + row.getDuplicate() + row.getRejected();
            if (row.getRead() != found) {
                differences.add("source '" + source + "': " + row.getRead() + " read, but " + found + " accounted for");
            }
        });
        if (read() < sent) {
            differences.add(sent + " events sent, but only " + read() + " read");
        }
        return differences;
    }
}

package io.journey.local.definition;

import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Definition;
import io.journey.events.v1.Funnel;
import io.journey.events.v1.FunnelKey;
import io.journey.events.v1.Occupancy;
import io.journey.events.v1.OccupancyKey;
import io.journey.events.v1.Stage;
import io.journey.events.v1.StageKey;
import io.journey.events.v1.StageOutcome;
import io.journey.events.v1.StageOutcomeKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * What results say as a whole: over all windows, without breakdowns.
 *
 * @param journeys journeys that began
 * @param converted those that visited the conversion stage
 * @param stages numbers of each stage, in the definition's order
 */
record StageNumbers(long journeys, long converted, Map<String, Numbers> stages) {

    private static final String WHOLE = "";

    /**
     * Numbers of one stage.
     *
     * @param visits visits that began
     * @param open journeys that are in it now
     */
    record Numbers(long visits, long open) {
        static final Numbers NONE = new Numbers(0, 0);

        Numbers plus(long moreVisits, long moreOpen) {
            return new Numbers(visits + moreVisits, open + moreOpen);
        }
    }

    static StageNumbers of(Results results) {
        String window =
                results.definition().map(Definition::getWindows).orElse("").split(",", -1)[0];
        Map<String, Numbers> stages = new LinkedHashMap<>();
        results.rows(JourneyTopic.STAGES).entrySet().stream()
                .sorted(Comparator.comparing(row -> ((Stage) row.getValue()).getPosition()))
                .forEach(row -> stages.put(((StageKey) row.getKey()).getStage(), Numbers.NONE));
        results.rows(JourneyTopic.STAGE_OUTCOMES).forEach((key, value) -> {
            StageOutcomeKey of = (StageOutcomeKey) key;
            if (of.getWindow().equals(window) && of.getSegment().equals(WHOLE)) {
                add(stages, of.getStage(), ((StageOutcome) value).getVisits(), 0);
            }
        });
        results.rows(JourneyTopic.OCCUPANCY).forEach((key, value) -> {
            OccupancyKey of = (OccupancyKey) key;
            if (of.getSegment().equals(WHOLE)) {
                add(stages, of.getStage(), 0, ((Occupancy) value).getJourneys());
            }
        });
        Map<Object, Funnel> windows = wholeFunnels(results, window);
        return new StageNumbers(
                windows.values().stream().mapToLong(Funnel::getJourneys).sum(),
                windows.values().stream().mapToLong(Funnel::getConverted).sum(),
                stages);
    }

    private static void add(Map<String, Numbers> stages, String stage, long visits, long open) {
        stages.merge(stage, new Numbers(visits, open), (one, other) -> one.plus(other.visits(), other.open()));
    }

    /** One row for each window: what is asked of it is the same in the rows of all stages. */
    private static Map<Object, Funnel> wholeFunnels(Results results, String window) {
        Map<Object, Funnel> windows = new HashMap<>();
        for (Map.Entry<SpecificRecord, SpecificRecord> row :
                results.rows(JourneyTopic.FUNNEL).entrySet()) {
            FunnelKey key = (FunnelKey) row.getKey();
            if (key.getWindow().equals(window) && key.getSegment().equals(WHOLE)) {
                windows.put(key.getWindowStart(), (Funnel) row.getValue());
            }
        }
        return windows;
    }
}

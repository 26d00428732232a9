package io.journey.events.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.support.PrintedPage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {

    @Test
    void thePageIsWhatTheEnumPrints() throws Exception {
        PrintedPage.assertPrinted("docs/topics.md", TopicCatalogue.markdown());
    }

    @Test
    void namesBeginWithThePrefixAndEndWithTheVersion() {
        assertThat(JourneyTopic.TOUCHPOINTS.named("journey")).isEqualTo("journey.touchpoints.v1");
        assertThat(JourneyTopic.STAGE_CONVERSIONS.named("shop")).isEqualTo("shop.stage-conversions.v1");
    }

    @Test
    void onlyTheEventsAreALogAndAllElseIsCompacted() {
        assertThat(Arrays.stream(JourneyTopic.values())
                        .filter(topic -> !topic.cleanupPolicy().equals("compact")))
                .containsExactly(JourneyTopic.TOUCHPOINTS);
    }

    @Test
    void smallTablesThatEveryoneReadsHaveOnePartition() {
        assertThat(Arrays.stream(JourneyTopic.values())
                        .filter(topic -> topic.partitions().of(12) == 1))
                .containsExactly(JourneyTopic.DEFINITIONS, JourneyTopic.STAGES, JourneyTopic.CLOCK);
    }
}

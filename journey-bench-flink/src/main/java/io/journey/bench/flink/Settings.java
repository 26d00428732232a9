package io.journey.bench.flink;

import io.journey.bench.RunMain;
import io.journey.bench.Surroundings;
import io.journey.core.definition.Definition;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * What a job is told.
 *
 * @param definitionFile each task reads it, because definitions do not travel
 * @param closedAt instant at which the replay closes, milliseconds since the epoch
 */
record Settings(Surroundings surroundings, String definitionFile, long closedAt) implements Serializable {

    String topicPrefix() {
        return surroundings.topicPrefix();
    }

    Definition definition() {
        return RunMain.definition(Path.of(definitionFile));
    }

    /** Consumer group, and begin of the transactional ids. */
    String group() {
        return topicPrefix() + "-flink";
    }
}

package io.journey.sink.database;

import org.apache.kafka.common.Uuid;

/**
 * How far a partition is in the database.
 *
 * @param topicId id of the topic that the rows came from
 * @param next offset of the first record that is not in the tables
 */
public record StoredOffset(Uuid topicId, long next) {}

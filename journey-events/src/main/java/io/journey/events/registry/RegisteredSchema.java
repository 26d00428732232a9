package io.journey.events.registry;

import org.apache.avro.Schema;

/**
 * A schema under a subject.
 *
 * @param id id that records name it by, the same under every subject
 * @param version version under the subject, from 1
 * @param schema the schema as registered
 */
public record RegisteredSchema(int id, int version, Schema schema) {}

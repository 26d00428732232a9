package io.journey.local.registry.catalogue;

import org.apache.avro.Schema;

/**
 * A schema that Avro accepts.
 *
 * @param content as it is stored and compared
 * @param avro with all borrowed types in place
 */
record ParsedSchema(SchemaContent content, Schema avro) {}

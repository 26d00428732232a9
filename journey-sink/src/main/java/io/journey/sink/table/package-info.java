/** What lands where: the tables, their columns as the Avro schemas give them, and records turned into rows. */
@NullMarked
package io.journey.sink.table;

import org.jspecify.annotations.NullMarked;

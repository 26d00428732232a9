/** The database: how it is opened and migrated, and how a batch gets in together with its offsets. */
@NullMarked
package io.journey.sink.database;

import org.jspecify.annotations.NullMarked;

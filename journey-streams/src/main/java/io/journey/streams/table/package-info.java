/** Reading and writing published topics as an outsider does. */
@NullMarked
package io.journey.streams.table;

import org.jspecify.annotations.NullMarked;

/** Real databases, a real broker and sample rows for the tests. */
@NullMarked
package io.journey.sink.testing;

import org.jspecify.annotations.NullMarked;

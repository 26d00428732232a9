/** The page in a real browser, against the real server and a real database whose rows the tests know. */
@NullMarked
package io.journey.sink.page;

import org.jspecify.annotations.NullMarked;

/** What the sink says about its own state. */
@NullMarked
package io.journey.sink.health;

import org.jspecify.annotations.NullMarked;

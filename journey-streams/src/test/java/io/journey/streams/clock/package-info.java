@NullMarked
package io.journey.streams.clock;

import org.jspecify.annotations.NullMarked;

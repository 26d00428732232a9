/** Ending a replay: waiting until everything read is processed, and closing time at an instant. */
@NullMarked
package io.journey.streams.replay;

import org.jspecify.annotations.NullMarked;

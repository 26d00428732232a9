/** What the semantics need to know of one event. */
@NullMarked
package io.journey.core.event;

import org.jspecify.annotations.NullMarked;

/** Which identity of an event stands for it. */
@NullMarked
package io.journey.events.identity;

import org.jspecify.annotations.NullMarked;

/** The topics: what each carries, how it is kept, and how it comes into being. */
@NullMarked
package io.journey.events.topic;

import org.jspecify.annotations.NullMarked;

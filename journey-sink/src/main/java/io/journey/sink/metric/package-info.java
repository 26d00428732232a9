/** What the sink measures about itself. */
@NullMarked
package io.journey.sink.metric;

import org.jspecify.annotations.NullMarked;

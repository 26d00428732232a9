@NullMarked
package io.journey.streams.topology;

import org.jspecify.annotations.NullMarked;

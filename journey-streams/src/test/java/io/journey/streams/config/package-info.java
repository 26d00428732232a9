/** Settings, and what is wrong with some. */
@NullMarked
package io.journey.streams.config;

import org.jspecify.annotations.NullMarked;

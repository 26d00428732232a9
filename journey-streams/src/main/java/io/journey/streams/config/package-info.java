/** The settings of the streams application, declared once and checked at start. */
@NullMarked
package io.journey.streams.config;

import org.jspecify.annotations.NullMarked;

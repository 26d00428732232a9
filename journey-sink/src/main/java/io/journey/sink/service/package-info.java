/** The sink as a process of its own. */
@NullMarked
package io.journey.sink.service;

import org.jspecify.annotations.NullMarked;

/** The streams as a process of their own. */
@NullMarked
package io.journey.streams.service;

import org.jspecify.annotations.NullMarked;

/** The registry as a process of its own, seen from outside. */
@NullMarked
package io.journey.local.registry.command;

import org.jspecify.annotations.NullMarked;

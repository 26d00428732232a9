/** {@code journey registry}: the registry that is inside, as a process of its own. */
@NullMarked
package io.journey.local.registry.command;

import org.jspecify.annotations.NullMarked;

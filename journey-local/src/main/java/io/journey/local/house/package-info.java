/** Where a command's work happens: a directory for its data, and brokers and a registry, its own or given ones. */
@NullMarked
package io.journey.local.house;

import org.jspecify.annotations.NullMarked;

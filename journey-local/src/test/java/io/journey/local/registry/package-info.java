/** The embedded registry, held against the protocol over HTTP. */
@NullMarked
package io.journey.local.registry;

import org.jspecify.annotations.NullMarked;

/** What a schema registry knows and which rules it keeps: pure state, no I/O, failures as values. */
@NullMarked
package io.journey.local.registry.catalogue;

import org.jspecify.annotations.NullMarked;

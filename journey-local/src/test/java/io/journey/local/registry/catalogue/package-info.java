/** The laws of the catalogue, tried on random histories. */
@NullMarked
package io.journey.local.registry.catalogue;

import org.jspecify.annotations.NullMarked;

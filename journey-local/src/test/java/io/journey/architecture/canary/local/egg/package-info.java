/** Canaries: each class breaks the wall that it names. */
@NullMarked
package io.journey.architecture.canary.local.egg;

import org.jspecify.annotations.NullMarked;

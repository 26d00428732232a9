/** {@code journey topics}: the catalogue of topics against a cluster. */
@NullMarked
package io.journey.local.topics;

import org.jspecify.annotations.NullMarked;

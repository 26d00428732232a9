/** {@code journey schemas}: the catalogue's schemas against a registry. */
@NullMarked
package io.journey.local.schemas;

import org.jspecify.annotations.NullMarked;

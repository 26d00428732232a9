/** Tests of exported files. */
@NullMarked
package io.journey.local.export;

import org.jspecify.annotations.NullMarked;

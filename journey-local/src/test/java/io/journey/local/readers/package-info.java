/** Published topics, read by clients of other makers. */
@NullMarked
package io.journey.local.readers;

import org.jspecify.annotations.NullMarked;

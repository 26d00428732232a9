/** The published topics, read as any outsider would, as files of JSON lines. */
@NullMarked
package io.journey.local.export;

import org.jspecify.annotations.NullMarked;

/** State that is neither logged nor kept beyond a commit. */
@NullMarked
package io.journey.streams.store;

import org.jspecify.annotations.NullMarked;

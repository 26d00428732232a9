/** What the files that deploy and watch the services promise, as far as it shows without running them. */
@NullMarked
package io.journey.deploy;

import org.jspecify.annotations.NullMarked;

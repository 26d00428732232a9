/** {@code journey reset}: a definition computed anew, beside what is published, and put in its place. */
@NullMarked
package io.journey.local.reset;

import org.jspecify.annotations.NullMarked;

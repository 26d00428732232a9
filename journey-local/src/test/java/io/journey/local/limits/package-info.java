/** What is too large or too late, beside what is not. */
@NullMarked
package io.journey.local.limits;

import org.jspecify.annotations.NullMarked;

/** Shows how far long work is and how long it will take. */
@NullMarked
package io.journey.local.progress;

import org.jspecify.annotations.NullMarked;

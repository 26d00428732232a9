/** Tests of the demo. */
@NullMarked
package io.journey.local.demo;

import org.jspecify.annotations.NullMarked;

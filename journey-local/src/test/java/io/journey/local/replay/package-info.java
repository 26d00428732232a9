/** Tests of replaying files. */
@NullMarked
package io.journey.local.replay;

import org.jspecify.annotations.NullMarked;

/** Why a record is not used. */
@NullMarked
package io.journey.events.reject;

import org.jspecify.annotations.NullMarked;

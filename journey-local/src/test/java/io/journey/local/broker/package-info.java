/** The embedded broker under restarts, kills and quarrels. */
@NullMarked
package io.journey.local.broker;

import org.jspecify.annotations.NullMarked;

/** What tests of this module share. */
@NullMarked
package io.journey.events.support;

import org.jspecify.annotations.NullMarked;

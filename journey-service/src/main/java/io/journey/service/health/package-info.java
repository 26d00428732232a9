/** What a service says about its own state. */
@NullMarked
package io.journey.service.health;

import org.jspecify.annotations.NullMarked;

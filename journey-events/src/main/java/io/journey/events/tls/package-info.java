/** Certificates by which ends of a connection know each other. */
@NullMarked
package io.journey.events.tls;

import org.jspecify.annotations.NullMarked;

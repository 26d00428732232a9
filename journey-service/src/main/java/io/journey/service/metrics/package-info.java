/** What a service measures whatever it does. */
@NullMarked
package io.journey.service.metrics;

import org.jspecify.annotations.NullMarked;

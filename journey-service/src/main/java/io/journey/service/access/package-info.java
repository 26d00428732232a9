/** Who may ask. */
@NullMarked
package io.journey.service.access;

import org.jspecify.annotations.NullMarked;

/** Where settings come from and how they are shown. */
@NullMarked
package io.journey.service.settings;

import org.jspecify.annotations.NullMarked;

/** {@code journey doctor}: what keeps an installation from working, each thing with what to do. */
@NullMarked
package io.journey.local.doctor;

import org.jspecify.annotations.NullMarked;

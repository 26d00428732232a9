/** What the doctor finds in installations that are well and in ones that are not. */
@NullMarked
package io.journey.local.doctor;

import org.jspecify.annotations.NullMarked;

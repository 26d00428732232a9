/** What a journey definition says, checked: everything else in the core takes it as correct. */
@NullMarked
package io.journey.core.definition;

import org.jspecify.annotations.NullMarked;

/** Whether what the project depends on is known to be vulnerable. */
@NullMarked
package io.journey.local.dependencies;

import org.jspecify.annotations.NullMarked;

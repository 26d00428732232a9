/** A schema registry inside this JVM that speaks the usual REST protocol, for the demo, the replay and tests. */
@NullMarked
package io.journey.local.registry;

import org.jspecify.annotations.NullMarked;

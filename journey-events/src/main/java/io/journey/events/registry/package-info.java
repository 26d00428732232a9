/** The part of Confluent's schema registry protocol that serdes and provisioning need. */
@NullMarked
package io.journey.events.registry;

import org.jspecify.annotations.NullMarked;

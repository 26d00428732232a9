/** How identities send each other messages: what travels, where it goes, and the topic it goes through. */
@NullMarked
package io.journey.streams.ladder;

import org.jspecify.annotations.NullMarked;

/** Who may do what at the brokers: the least that each part of an installation needs, from the catalogue of topics. */
@NullMarked
package io.journey.local.access;

import org.jspecify.annotations.NullMarked;

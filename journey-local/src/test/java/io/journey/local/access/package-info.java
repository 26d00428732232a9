/** Rights at the brokers, held against brokers that enforce them. */
@NullMarked
package io.journey.local.access;

import org.jspecify.annotations.NullMarked;

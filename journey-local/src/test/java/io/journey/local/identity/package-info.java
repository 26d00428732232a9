/** Identity through real brokers: several partitions, threads and processes. */
@NullMarked
package io.journey.local.identity;

import org.jspecify.annotations.NullMarked;

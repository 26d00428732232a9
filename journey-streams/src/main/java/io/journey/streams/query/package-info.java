/** What is known of one customer, asked of running instances: read from their stores, told over HTTP. */
@NullMarked
package io.journey.streams.query;

import org.jspecify.annotations.NullMarked;

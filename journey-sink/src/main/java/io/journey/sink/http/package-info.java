/** The HTTP side: read-only API, notices of new data, health, metrics and the page. */
@NullMarked
package io.journey.sink.http;

import org.jspecify.annotations.NullMarked;

/** The JDK's HTTP server, as this application listens and answers with it. */
@NullMarked
package io.journey.streams.http;

import org.jspecify.annotations.NullMarked;

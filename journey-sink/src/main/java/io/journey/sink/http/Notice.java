package io.journey.sink.http;

/** What a stream of notices carries; the page fetches the numbers themselves. */
sealed interface Notice {

    /** The tables have changed. */
    record Version(long version) implements Notice {}

    /** Nothing has, but the connection is alive. */
    record Comment() implements Notice {}
}

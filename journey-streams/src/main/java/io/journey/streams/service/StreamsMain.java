package io.journey.streams.service;

import io.journey.service.ServiceCommand;

/** Runs the streams as this process. */
public final class StreamsMain {

    private StreamsMain() {}

    public static void main(String[] arguments) {
        ServiceCommand.run(StreamsService::new, arguments);
    }
}

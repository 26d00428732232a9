package io.journey.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Loopback ports for servers that must be told theirs. From below the range of which operating systems give ports to
 * connections and to servers that want any: a port of that range may be gone before its server starts, or while it is down.
 */
public final class FreePorts {

    private static final int LEAST = 12_000;
    private static final int MOST = 32_000;

    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(LEAST, MOST));

    private FreePorts() {}

    /** One that is free now and was not given before. */
    public static int next() {
        for (int tries = LEAST; tries < MOST; tries++) {
            int port = NEXT.getAndUpdate(before -> before + 1 < MOST ? before + 1 : LEAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new UncheckedIOException(new IOException("no port from " + LEAST + " to " + MOST + " is free"));
    }

    /** Several, all different. */
    public static List<Integer> next(int count) {
        return Stream.generate(FreePorts::next).limit(count).toList();
    }

    private static boolean isFree(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}

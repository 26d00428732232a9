package io.journey.local.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/**
 * Passes bytes on between the clients of a port and a broker.
 *
 * <p>What a stalled connection holds back arrives afterwards, as over a real network, where the sender's system sends
 * again what was lost: requests that their sender has given up reach the broker late. What differs is that a new
 * connection is made at once, to nobody who answers; over a real network it would not be made.
 */
final class Relay implements AutoCloseable {

    private static final int BACKLOG = 100;

    private enum State {
        OPEN,
        STALLED,
        CUT
    }

    private final int broker;
    private final int port;
    // The lock of this guards the rest.
    private final Set<Socket> sockets = new HashSet<>();
    private ServerSocket listening;
    private Thread accepting;
    private State state = State.OPEN;

    private Relay(int broker, ServerSocket listening) {
        this.broker = broker;
        this.port = listening.getLocalPort();
        this.listening = listening;
        this.accepting = start("relay-accept", () -> accept(listening));
    }

    /** Listens on a free port. */
    static Relay to(int brokerPort) throws IOException {
        return new Relay(brokerPort, listenOn(0));
    }

    private static ServerSocket listenOn(int port) throws IOException {
        return new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    int port() {
        return port;
    }

    /** Ends all connections and refuses new ones. */
    synchronized void cut() throws IOException, InterruptedException {
        close();
        // The system lets clients connect for as long as a thread is about to accept them.
        accepting.join();
    }

    /** Keeps all connections and lets nothing pass, not even their ends. */
    synchronized void stall() {
        state = State.STALLED;
    }

    /** Lets everything pass again. */
    synchronized void mend() throws IOException {
        if (listening.isClosed()) {
            ServerSocket again = listenOn(port);
            listening = again;
            accepting = start("relay-accept", () -> accept(again));
        }
        state = State.OPEN;
        notifyAll();
    }

    private void accept(ServerSocket from) {
        try {
            while (true) {
                Socket client = from.accept();
                Thread unused = start("relay-client", () -> serve(client));
            }
        } catch (IOException closed) {
            if (!from.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private void serve(Socket client) {
        keep(client);
        awaitPassage();
        try {
            Socket upstream = new Socket(InetAddress.getLoopbackAddress(), broker);
            keep(upstream);
            Thread unused = start("relay-broker", () -> pass(upstream, client));
            pass(client, upstream);
        } catch (IOException brokerIsDown) {
            close(client);
        }
    }

    /** Remembers it, to close it when the connections are cut, which may be now. */
    private synchronized void keep(Socket socket) {
        if (state == State.CUT) {
            close(socket);
        } else {
            sockets.add(socket);
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] bytes = new byte[1 << 16];
        try {
            from.setTcpNoDelay(true);
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int count = in.read(bytes);
            while (count >= 0) {
                awaitPassage();
                out.write(bytes, 0, count);
                count = in.read(bytes);
            }
        } catch (IOException gone) {
            // One end is gone, of which the other one hears below.
        }
        awaitPassage();
        close(from);
        close(to);
    }

    private synchronized void awaitPassage() {
        try {
            while (state == State.STALLED) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts these threads", e);
        }
    }

    private synchronized void close(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        state = State.CUT;
        notifyAll();
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }
}

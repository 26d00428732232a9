package io.journey.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fault that does nothing would never be noticed in the chaos itself. */
class RelayTest {

    private static final int LONG_MILLIS = 60_000;
    private static final int SHORT_MILLIS = 300;

    private final ServerSocket broker = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Relay relay = Relay.to(broker.getLocalPort());

    RelayTest() throws IOException {}

    @BeforeEach
    void doNotWaitForEver() throws IOException {
        broker.setSoTimeout(LONG_MILLIS);
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        broker.close();
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), relay.port());
        client.setSoTimeout(LONG_MILLIS);
        return client;
    }

    private Socket accepted() throws IOException {
        Socket accepted = broker.accept();
        accepted.setSoTimeout(LONG_MILLIS);
        return accepted;
    }

    @Test
    void passesOnBothWays() throws IOException {
        try (Socket client = connect();
                Socket accepted = accepted()) {
            client.getOutputStream().write(7);
            assertThat(accepted.getInputStream().read()).isEqualTo(7);
            accepted.getOutputStream().write(8);
            assertThat(client.getInputStream().read()).isEqualTo(8);
        }
    }

    @Test
    void aStallHoldsEverythingBackTheEndIncluded() throws IOException {
        try (Socket client = connect();
                Socket accepted = accepted()) {
            relay.stall();
            client.getOutputStream().write(7);
            client.shutdownOutput();
            accepted.setSoTimeout(SHORT_MILLIS);
            assertThatThrownBy(() -> accepted.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            relay.mend();
            accepted.setSoTimeout(LONG_MILLIS);
            assertThat(accepted.getInputStream().read()).isEqualTo(7);
            assertThat(accepted.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void nobodyAnswersANewConnectionDuringAStall() throws IOException {
        relay.stall();
        try (Socket client = connect()) {
            broker.setSoTimeout(SHORT_MILLIS);
            assertThatThrownBy(broker::accept).isInstanceOf(SocketTimeoutException.class);

            relay.mend();
            broker.setSoTimeout(LONG_MILLIS);
            client.getOutputStream().write(7);
            try (Socket accepted = accepted()) {
                assertThat(accepted.getInputStream().read()).isEqualTo(7);
            }
        }
    }

    @Test
    void aCutEndsConnectionsAndRefusesNewOnesUntilItIsMended() throws IOException, InterruptedException {
        try (Socket client = connect();
                Socket accepted = accepted()) {
            relay.cut();
            assertThat(hasEnded(client)).isTrue();
            assertThat(hasEnded(accepted)).isTrue();
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        }

        relay.mend();
        passesOnBothWays();
    }

    private static boolean hasEnded(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }
}

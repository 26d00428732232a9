package io.journey.sink.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Who may use the page and its API, and how the connection is kept secret.
 *
 * @param user whom everybody must be; empty lets everybody in who reaches the address
 * @param password of that user
 * @param keystore PKCS12 file with the server's key and certificate; empty for plain HTTP
 * @param keystorePassword password of that file and its key
 */
public record AccessSettings(String user, String password, Optional<Path> keystore, String keystorePassword) {

    /** Open to everybody, over plain HTTP. */
    public static final AccessSettings OPEN = new AccessSettings("", "", Optional.empty(), "");

    boolean isOpen() {
        return user.isEmpty();
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return (isOpen() ? "open to everybody" : "open to a user") + (keystore.isPresent() ? " over TLS" : "");
    }
}

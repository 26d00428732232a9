package io.journey.events.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/**
 * A file of certificates or keys.
 *
 * @param location path of the file
 * @param password opens the file, and the keys in it
 * @param type PKCS12 or JKS
 */
public record Store(Path location, String password, String type) {

    KeyStore open() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        try (InputStream file = Files.newInputStream(location)) {
            store.load(file, password.toCharArray());
        }
        return store;
    }

    @Override
    public String toString() {
        return "Store[" + location + ", hidden, " + type + "]";
    }
}

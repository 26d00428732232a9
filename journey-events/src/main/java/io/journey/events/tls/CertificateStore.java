package io.journey.events.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of certificates or keys.
 *
 * @param location path of the file
 * @param password opens the file, and the keys in it
 * @param type PKCS12 or JKS
 */
public record CertificateStore(Path location, String password, String type) {

    private static final String PKCS12 = "PKCS12";

    /** The file as settings name it; empty where they name none. */
    public static Optional<CertificateStore> pkcs12(String location, String password) {
        return location.isEmpty()
                ? Optional.empty()
                : Optional.of(new CertificateStore(Path.of(location), password, PKCS12));
    }

    /**
     * What is wrong with the files that settings name.
     *
     * @param names of the settings with a file; that of its password goes on with {@code .password}
     */
    public static List<String> faults(Map<String, String> given, List<String> names) {
        List<String> faults = new ArrayList<>();
        for (String name : names) {
            pkcs12(given.getOrDefault(name, ""), given.getOrDefault(name + ".password", ""))
                    .flatMap(store -> store.fault(name))
                    .ifPresent(faults::add);
        }
        return faults;
    }

    /** What is wrong with it, for whoever gave the setting; empty when it can be used. */
    public Optional<String> fault(String setting) {
        try {
            return open().size() > 0
                    ? Optional.empty()
                    : Optional.of(setting + " " + location + ": expected a certificate, it holds none");
        } catch (IOException | GeneralSecurityException unusable) {
            return Optional.of(setting + " " + location + ": expected a " + type
                    + " file that opens with the password given for it (" + unusable + ")");
        }
    }

    KeyStore open() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        try (InputStream file = Files.newInputStream(location)) {
            store.load(file, password.toCharArray());
        }
        return store;
    }

    @Override
    public String toString() {
        return "CertificateStore[" + location + ", hidden, " + type + "]";
    }
}

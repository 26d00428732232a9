package io.journey.service.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A PKCS12 file: the key and certificate that a process shows, or the certificates that it trusts.
 *
 * @param password of the file, and of the key in it
 */
public record CertificateStore(Path file, String password) {

    private static final String TYPE = "PKCS12";

    /** The file as settings name it; empty where they name none. */
    public static Optional<CertificateStore> of(String file, String password) {
        return file.isEmpty() ? Optional.empty() : Optional.of(new CertificateStore(Path.of(file), password));
    }

    /** What is wrong with it, for whoever gave the setting; empty when it can be used. */
    public Optional<String> fault(String setting) {
        try {
            return open().size() > 0
                    ? Optional.empty()
                    : Optional.of(setting + " " + file + ": expected a certificate, it holds none");
        } catch (IOException | GeneralSecurityException unusable) {
            return Optional.of(setting + " " + file + ": expected a PKCS12 file that opens with the password given"
                    + " for it (" + unusable + ")");
        }
    }

    private KeyStore open() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(TYPE);
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, password.toCharArray());
        }
        return store;
    }

    /** For connections at whose other end this certificate is shown. */
    public SSLContext showing() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(open(), password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("the key in " + file + " cannot be used", unusable);
        }
    }

    /** For connections to whoever shows one of these certificates, or one that they signed. */
    public SSLContext trusting() {
        try {
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(open());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("the certificates in " + file + " cannot be used", unusable);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return file.toString();
    }
}

package io.journey.events.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Whom an end of a connection trusts and how it identifies itself over TLS.
 *
 * @param truststore certificates of those it trusts; empty for those that Java trusts
 * @param keystore its own key and certificate; empty when nobody asks for one
 */
public record Tls(Optional<CertificateStore> truststore, Optional<CertificateStore> keystore) {

    /** Trusts whoever shows one of these certificates, or one that they signed. */
    public static Tls trusting(CertificateStore truststore) {
        return new Tls(Optional.of(truststore), Optional.empty());
    }

    /** Shows this certificate. */
    public static Tls showing(CertificateStore keystore) {
        return new Tls(Optional.empty(), Optional.of(keystore));
    }

    /**
     * @param setting that named the files, for messages
     */
    public SSLContext context(String setting) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), trusted(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigException(
                    setting + ": cannot use " + this + ": " + e + "; check location, password and type");
        }
    }

    private KeyManager @Nullable [] keys() throws IOException, GeneralSecurityException {
        if (keystore.isEmpty()) {
            return null;
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keystore.get().open(), keystore.get().password().toCharArray());
        return factory.getKeyManagers();
    }

    private TrustManager @Nullable [] trusted() throws IOException, GeneralSecurityException {
        if (truststore.isEmpty()) {
            return null;
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(truststore.get().open());
        return factory.getTrustManagers();
    }
}

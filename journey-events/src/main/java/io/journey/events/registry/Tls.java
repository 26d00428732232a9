package io.journey.events.registry;

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
 * Whom the client trusts and how it identifies itself over TLS.
 *
 * @param truststore certificates of those it trusts; empty for those that Java trusts
 * @param keystore its own key and certificate; empty when the registry asks for none
 */
public record Tls(Optional<Store> truststore, Optional<Store> keystore) {

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), trusted(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigException(
                    "schema.registry.ssl.*: cannot use " + this + ": " + e + "; check location, password and type");
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

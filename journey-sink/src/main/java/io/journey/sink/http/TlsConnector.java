package io.journey.sink.http;

import java.nio.file.Path;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Listens with the server's own certificate. */
final class TlsConnector {

    private TlsConnector() {}

    static Connector of(HttpSettings settings, Path keystore, Server server, HttpConfiguration http) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(keystore.toUri().toString());
        tls.setKeyStoreType("PKCS12");
        tls.setKeyStorePassword(settings.access().keystorePassword());
        HttpConfiguration secure = new HttpConfiguration(http);
        // Reached under the names of a proxy, a service or a pod, which the certificate need not all have.
        secure.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(server, tls, new HttpConnectionFactory(secure));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        return connector;
    }
}

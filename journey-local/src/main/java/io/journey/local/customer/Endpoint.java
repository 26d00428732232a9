package io.journey.local.customer;

import io.journey.events.tls.CertificateStore;
import io.journey.local.command.CommandFailure;
import io.journey.local.house.DemoAddresses;
import io.journey.streams.query.QueryClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say whom to ask about customers. */
final class Endpoint {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where an application answers questions about customers: its journey.http.listen.")
    private Optional<URI> url = Optional.empty();

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Data directory of a running demo, instead of --url.")
    private Optional<Path> dataDir = Optional.empty();

    @Option(
            names = "--journey",
            paramLabel = "J",
            description = "Id of the definition. Default: the only one that the application runs.")
    private Optional<String> journey = Optional.empty();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with the application's journey.http.token; white space around it does not count.")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--truststore",
            paramLabel = "FILE",
            description =
                    "PKCS12 file with the certificates by which an https URL is trusted. Default: those that Java trusts.")
    private Optional<Path> truststore = Optional.empty();

    @Option(
            names = "--truststore-password-file",
            paramLabel = "FILE",
            description = "File with the password of --truststore; white space around it does not count.")
    private Optional<Path> truststorePassword = Optional.empty();

    boolean isNamed() {
        return url.isPresent() || dataDir.isPresent();
    }

    /** The running demo whose data directory is named. */
    Optional<DemoAddresses> demo() {
        return dataDir.map(DemoAddresses::read);
    }

    Inquiry inquiry() throws InterruptedException {
        URI address = address();
        QueryClient client = new QueryClient(secret("--token-file", tokenFile), trusted());
        return new Inquiry(client, address, journey.isPresent() ? journey.get() : only(client, address));
    }

    private URI address() {
        URI address = url.orElseGet(() -> demo().map(DemoAddresses::customers).orElse(URI.create("")));
        boolean usable = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!usable || address.getHost() == null) {
            throw new CommandFailure("--url " + address + " is no address, expected one like http://127.0.0.1:8090");
        }
        return address;
    }

    private Optional<CertificateStore> trusted() {
        String password = secret("--truststore-password-file", truststorePassword);
        Optional<CertificateStore> store =
                truststore.flatMap(file -> CertificateStore.pkcs12(file.toString(), password));
        store.ifPresent(given -> given.fault("--truststore").ifPresent(fault -> {
            throw new CommandFailure(fault);
        }));
        return store;
    }

    private static String secret(String option, Optional<Path> file) {
        try {
            return file.isPresent() ? Files.readString(file.get()).strip() : "";
        } catch (IOException unreadable) {
            throw new CommandFailure(option + " " + file.get() + " cannot be read: " + unreadable, unreadable);
        }
    }

    private static String only(QueryClient client, URI address) throws InterruptedException {
        try {
            List<String> journeys = client.journeys(address);
            if (journeys.size() == 1) {
                return journeys.get(0);
            }
            throw new CommandFailure(
                    journeys.isEmpty()
                            ? "the application at " + address + " runs no journey yet: try again when it does"
                            : "the application runs several journeys: choose one of " + journeys + " with --journey");
        } catch (IOException unanswered) {
            throw new CommandFailure(
                    "the application at " + address + " does not answer (" + unanswered.getMessage()
                            + "): start it, or give another --url, --data-dir, --token-file or --truststore",
                    unanswered);
        }
    }
}

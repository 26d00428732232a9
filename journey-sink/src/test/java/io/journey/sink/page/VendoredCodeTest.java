package io.journey.sink.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VendoredCodeTest {

    private static final Path WEB = Path.of(System.getProperty("journey.root"), "journey-sink/src/main/resources/web");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([\\w.-]+) \\|.*\\| ([0-9a-f]{64}) \\|$");
    private static final long MOST_BYTES_OF_OUR_OWN = 120_000;

    @Test
    void everyVendoredFileIsTheOneThatTheListNames() throws IOException, NoSuchAlgorithmException {
        Path vendor = WEB.resolve("vendor");
        Map<String, String> listed = new TreeMap<>();
        for (MatchResult row : ROW.matcher(Files.readString(vendor.resolve("VENDOR.md")))
                .results()
                .toList()) {
            listed.put(row.group(1), row.group(2));
        }

        Map<String, String> found = new TreeMap<>();
        for (Path file : files(vendor)) {
            if (!file.endsWith("VENDOR.md")) {
                found.put(file.getFileName().toString(), sha256(file));
            }
        }

        assertThat(found).isNotEmpty().isEqualTo(listed);
    }

    @Test
    void thePageStaysSmallAndNamesNoOtherHost() throws IOException {
        long bytes = 0;
        for (Path file : files(WEB)) {
            if (file.startsWith(WEB.resolve("vendor"))) {
                continue;
            }
            bytes += Files.size(file);
            String text = Files.readString(file, StandardCharsets.UTF_8).replace("http://www.w3.org/2000/svg", "");
            assertThat(text).as(file.toString()).doesNotContainPattern("https?://|url\\((?!#)|@import");
        }
        assertThat(bytes).isLessThan(MOST_BYTES_OF_OUR_OWN);
    }

    private static java.util.List<Path> files(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}

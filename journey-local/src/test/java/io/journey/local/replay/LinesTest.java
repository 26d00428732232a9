package io.journey.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.json.TouchpointJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void everyLineComesWithoutItsLineBreak() throws IOException {
        assertThat(lines("one\ntwo\r\nthree\n")).containsExactly("one", "two", "three");
    }

    @Test
    void theLastLineNeedsNoLineBreak() throws IOException {
        assertThat(lines("one\ntwo")).containsExactly("one", "two");
    }

    @Test
    void blankLinesAreLines() throws IOException {
        assertThat(lines("\none\n\n")).containsExactly("", "one", "");
    }

    @Test
    void nothingHasNoLines() throws IOException {
        assertThat(lines("")).isEmpty();
    }

    @Test
    void linesMayBeLongerThanWhatIsReadAtOnce() throws IOException {
        String large = "x".repeat(200_000);

        assertThat(lines("a\n" + large + "\nb")).containsExactly("a", large, "b");
    }

    @Test
    void ofALineThatIsTooLargeAsMuchIsKeptAsShowsIt() throws IOException {
        String tooLarge = "x".repeat(3 * TouchpointJson.LARGEST_LINE);

        List<String> lines = lines("a\n" + tooLarge + "\nb");

        assertThat(lines).hasSize(3).startsWith("a").endsWith("b");
        assertThat(lines.get(1)).hasSize(TouchpointJson.LARGEST_LINE + 1);
    }

    private static List<String> lines(String text) throws IOException {
        Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<String> all = new ArrayList<>();
        while (lines.next()) {
            all.add(new String(lines.copy(), StandardCharsets.UTF_8));
            assertThat(lines.number()).isEqualTo(all.size());
        }
        return all;
    }
}

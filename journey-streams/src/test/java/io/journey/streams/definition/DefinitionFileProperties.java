package io.journey.streams.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DefinitionFileProperties {

    private static final String SIGNS = "[]{}:,-#&*!|>'\"%@`? \n\t\u0000\u00e4\ud800aP1.~<";

    @Property
    void anyTextGivesADefinitionOrFaults(@ForAll String text) {
        isDefinitionOrFaults(DefinitionFile.read("any.yaml", text));
    }

    @Property
    void aDamagedFileGivesADefinitionOrFaults(@ForAll long seed) {
        isDefinitionOrFaults(DefinitionFile.read("damaged.yaml", damaged(new Random(seed))));
    }

    private static String damaged(Random random) {
        StringBuilder text = new StringBuilder(Definitions.CORRECT);
        for (int damage = 1 + random.nextInt(4); damage > 0; damage--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(80)));
            }
        }
        return text.toString();
    }

    private static void isDefinitionOrFaults(DefinitionFile read) {
        if (read instanceof DefinitionFile.Invalid invalid) {
            assertThat(invalid.lines())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).matches("(any|damaged)\\.yaml:[1-9][0-9]*: .*"));
            return;
        }
        assertThat(((DefinitionFile.Valid) read).definition().fingerprint()).hasSize(64);
    }
}

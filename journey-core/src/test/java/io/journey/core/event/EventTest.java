package io.journey.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.Condition.Absent;
import io.journey.core.definition.Condition.Present;
import io.journey.core.definition.Field;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventTest {

    private static final Field SOURCE = new Field(Field.Kind.SOURCE, "");

    @Test
    void anEventWhoseSourceNobodyNamesHasNone() {
        assertThat(new Absent(SOURCE).holds(from(""))).isTrue();
        assertThat(new Present(SOURCE).holds(from(""))).isFalse();
        assertThat(new Present(SOURCE).holds(from("shop"))).isTrue();
    }

    private static Event from(String source) {
        return new Event("1", 0, 0, source, "web", "page_view", null, null, null, Map.of());
    }
}

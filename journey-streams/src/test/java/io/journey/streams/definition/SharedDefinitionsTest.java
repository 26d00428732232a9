package io.journey.streams.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.Condition;
import io.journey.core.definition.Condition.AllOf;
import io.journey.core.definition.Condition.Compared;
import io.journey.core.definition.Condition.EqualsText;
import io.journey.core.definition.Condition.OneOf;
import io.journey.core.definition.Condition.Prefix;
import io.journey.core.definition.Condition.Present;
import io.journey.core.definition.Condition.Relation;
import io.journey.core.definition.Conversion;
import io.journey.core.definition.Definition;
import io.journey.core.definition.Field;
import io.journey.core.definition.IdentityRules;
import io.journey.core.definition.Persona;
import io.journey.core.definition.Restart;
import io.journey.core.definition.Rule;
import io.journey.core.definition.Segment;
import io.journey.core.definition.Segment.Dimension;
import io.journey.core.definition.Stage;
import io.journey.core.definition.WindowKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The two definitions that the project's data come with read into exactly what they say. */
class SharedDefinitionsTest {

    private static final Field CHANNEL = new Field(Field.Kind.CHANNEL, "");
    private static final Field TOUCHPOINT = new Field(Field.Kind.TOUCHPOINT, "");
    private static final Field VALUE = new Field(Field.Kind.VALUE, "");
    private static final Field AMOUNT = new Field(Field.Kind.ATTRIBUTE, "amountRequested");
    private static final Field AGE = new Field(Field.Kind.ATTRIBUTE, "age");
    private static final Segment WHOLE = new Segment(List.of());
    private static final Segment BY_PERSONA = new Segment(List.of(Dimension.PERSONA));
    private static final Segment BY_CHANNEL = new Segment(List.of(Dimension.ENTRY_CHANNEL));

    @Test
    void readsTheLoanApplication() {
        assertThat(read("loan-application"))
                .isEqualTo(new Definition(
                        "loan-application",
                        1,
                        ZoneId.of("UTC"),
                        new IdentityRules(List.of("customer"), Map.of(), days(30)),
                        List.of(
                                new Stage("awareness", false, days(30), Set.of(), Duration.ofHours(1)),
                                new Stage("consideration", false, days(30), Set.of(), days(2)),
                                new Stage("decision", false, days(45), Set.of(), days(14)),
                                new Stage("purchase", false, days(90), Set.of(0, 1, 2, 4), null),
                                new Stage("lost", true, days(30), Set.of(0, 1, 2, 3), null)),
                        0,
                        new Conversion(3, days(60)),
                        List.of(),
                        List.of(
                                touchpoints(4, "A_DECLINED", "A_CANCELLED"),
                                touchpoints(3, "A_APPROVED", "A_REGISTERED", "A_ACTIVATED"),
                                touchpoints(
                                        2,
                                        "O_SELECTED",
                                        "O_CREATED",
                                        "O_SENT",
                                        "O_SENT_BACK",
                                        "O_ACCEPTED",
                                        "O_CANCELLED",
                                        "O_DECLINED",
                                        "W_Nabellen offertes",
                                        "W_Valideren aanvraag",
                                        "W_Nabellen incomplete dossiers"),
                                touchpoints(1, "A_PREACCEPTED", "A_ACCEPTED", "A_FINALIZED", "W_Completeren aanvraag"),
                                touchpoints(0, "A_SUBMITTED", "A_PARTLYSUBMITTED", "W_Afhandelen leads")),
                        List.of("amountRequested"),
                        List.of(
                                new Persona("under-5k", amount(Relation.LT, 5000)),
                                new Persona("5k-to-10k", amount(Relation.LT, 10000)),
                                new Persona("10k-to-20k", amount(Relation.LT, 20000)),
                                new Persona("20k-to-50k", amount(Relation.LT, 50000)),
                                new Persona("from-50k", amount(Relation.GTE, 50000))),
                        List.of(WHOLE, BY_PERSONA, BY_CHANNEL),
                        List.of(WindowKind.DAY, WindowKind.MONTH),
                        "c77dfa8093c3a03a16e3498e1c1c4d9a34e6f54fd39b63e88f0e0bbbd8afb000"));
    }

    @Test
    void readsTheGroceryLoyalty() {
        Condition basket =
                new AllOf(List.of(new EqualsText(CHANNEL, "store"), new EqualsText(TOUCHPOINT, "basket_bought")));

        assertThat(read("grocery-loyalty"))
                .isEqualTo(new Definition(
                        "grocery-loyalty",
                        1,
                        ZoneId.of("America/New_York"),
                        new IdentityRules(List.of("household"), Map.of(), days(30)),
                        List.of(
                                new Stage("awareness", false, days(60), Set.of(), null),
                                new Stage("consideration", false, days(45), Set.of(), null),
                                new Stage("purchase", false, days(30), Set.of(0), null),
                                new Stage("retention", false, days(45), Set.of(0, 2), null),
                                new Stage("loyalty", false, days(60), Set.of(0, 1, 2, 3), null)),
                        0,
                        new Conversion(2, days(30)),
                        List.of(new Restart(Set.of(4), Set.of(1))),
                        List.of(
                                new Rule(4, basket, new Rule.Count(8, days(60))),
                                new Rule(3, basket, new Rule.Count(3, days(30))),
                                new Rule(
                                        2,
                                        new AllOf(List.of(
                                                new EqualsText(CHANNEL, "store"),
                                                new Compared(VALUE, Relation.GT, BigDecimal.ZERO))),
                                        null),
                                new Rule(1, new EqualsText(TOUCHPOINT, "coupon_redeemed"), null),
                                new Rule(
                                        0,
                                        new AllOf(List.of(
                                                new Prefix(CHANNEL, "direct"),
                                                new Present(new Field(Field.Kind.ATTRIBUTE, "campaignType")))),
                                        null)),
                        List.of("age", "income", "kids_count"),
                        List.of(
                                new Persona(
                                        "family",
                                        new Compared(
                                                new Field(Field.Kind.ATTRIBUTE, "kids_count"),
                                                Relation.GTE,
                                                BigDecimal.ONE)),
                                new Persona("senior", new OneOf(AGE, Set.of("55-64", "65+"), Set.of())),
                                new Persona("known", new Present(AGE))),
                        List.of(
                                WHOLE,
                                BY_PERSONA,
                                BY_CHANNEL,
                                new Segment(List.of(Dimension.ENTRY_CHANNEL, Dimension.PERSONA))),
                        List.of(WindowKind.WEEK, WindowKind.MONTH),
                        "42c5d2c6bcf0406e075942c8f8066c95799f4ecf269909c0e63a0df676292cbb"));
    }

    private static Definition read(String name) {
        Path root = Path.of(System.getProperty("journey.root")).normalize();
        DefinitionFile read = DefinitionFile.read(root.resolveSibling("shared/definitions/" + name + ".yaml"));
        assertThat(read).isInstanceOf(DefinitionFile.Valid.class);
        return ((DefinitionFile.Valid) read).definition();
    }

    private static Rule touchpoints(int stage, String... touchpoints) {
        return new Rule(stage, new OneOf(TOUCHPOINT, Set.of(touchpoints), Set.of()), null);
    }

    private static Condition amount(Relation relation, long bound) {
        return new Compared(AMOUNT, relation, BigDecimal.valueOf(bound));
    }

    private static Duration days(long days) {
        return Duration.ofDays(days);
    }
}

package io.journey.local.simulator;

import static io.journey.local.simulator.ShopStage.CONSIDERATION;
import static io.journey.local.simulator.ShopStage.DECISION;
import static io.journey.local.simulator.ShopStage.EVALUATION;
import static io.journey.local.simulator.ShopStage.EXPERIENCE;
import static io.journey.local.simulator.ShopStage.LOYALTY;
import static io.journey.local.simulator.ShopStage.OUT_OF_MARKET;
import static io.journey.local.simulator.ShopStage.TRIGGER;

import java.util.List;
import java.util.Map;

/** The shop's kinds of customer. The last tells nothing about themselves, so the definition finds no persona. */
final class Personas {

    static final List<ShopPersona> ALL = List.of(
            new ShopPersona(
                    "family",
                    0.25,
                    1.3,
                    85,
                    Map.of("household", "family", "dealShare", "30"),
                    Map.of(OUT_OF_MARKET, 0.40, TRIGGER, 0.45, CONSIDERATION, 0.15),
                    Map.of(
                            OUT_OF_MARKET, Map.of(TRIGGER, 0.35, CONSIDERATION, 0.10),
                            TRIGGER, Map.of(CONSIDERATION, 0.65, EVALUATION, 0.10),
                            CONSIDERATION, Map.of(EVALUATION, 0.60, DECISION, 0.05),
                            EVALUATION, Map.of(CONSIDERATION, 0.15, DECISION, 0.50),
                            DECISION, Map.of(EVALUATION, 0.12, EXPERIENCE, 0.65),
                            EXPERIENCE, Map.of(TRIGGER, 0.10, LOYALTY, 0.45),
                            LOYALTY, Map.of(TRIGGER, 0.20, CONSIDERATION, 0.15, DECISION, 0.10))),
            new ShopPersona(
                    "bargain-hunter",
                    0.20,
                    1.0,
                    35,
                    Map.of("household", "single", "dealShare", "70"),
                    Map.of(OUT_OF_MARKET, 0.25, TRIGGER, 0.60, CONSIDERATION, 0.15),
                    Map.of(
                            OUT_OF_MARKET, Map.of(TRIGGER, 0.45, CONSIDERATION, 0.10),
                            TRIGGER, Map.of(CONSIDERATION, 0.55, EVALUATION, 0.20),
                            CONSIDERATION, Map.of(EVALUATION, 0.65, DECISION, 0.02),
                            EVALUATION, Map.of(CONSIDERATION, 0.30, DECISION, 0.35),
                            DECISION, Map.of(EVALUATION, 0.30, EXPERIENCE, 0.35),
                            EXPERIENCE, Map.of(TRIGGER, 0.15, LOYALTY, 0.15),
                            LOYALTY, Map.of(TRIGGER, 0.30, CONSIDERATION, 0.10))),
            new ShopPersona(
                    "planner",
                    0.15,
                    1.8,
                    120,
                    Map.of("household", "couple", "dealShare", "20", "wishlist", "yes"),
                    Map.of(OUT_OF_MARKET, 0.30, TRIGGER, 0.30, CONSIDERATION, 0.40),
                    Map.of(
                            OUT_OF_MARKET, Map.of(TRIGGER, 0.25, CONSIDERATION, 0.25),
                            TRIGGER, Map.of(CONSIDERATION, 0.75),
                            CONSIDERATION, Map.of(EVALUATION, 0.75),
                            EVALUATION, Map.of(CONSIDERATION, 0.25, DECISION, 0.45),
                            DECISION, Map.of(EVALUATION, 0.08, EXPERIENCE, 0.80),
                            EXPERIENCE, Map.of(TRIGGER, 0.05, CONSIDERATION, 0.05, LOYALTY, 0.55),
                            LOYALTY, Map.of(TRIGGER, 0.10, CONSIDERATION, 0.25, DECISION, 0.05))),
            new ShopPersona(
                    "spontaneous",
                    0.25,
                    0.4,
                    45,
                    Map.of("household", "single", "dealShare", "10"),
                    Map.of(OUT_OF_MARKET, 0.15, TRIGGER, 0.60, CONSIDERATION, 0.25),
                    Map.of(
                            OUT_OF_MARKET, Map.of(TRIGGER, 0.30, CONSIDERATION, 0.20),
                            TRIGGER, Map.of(CONSIDERATION, 0.30, EVALUATION, 0.15, DECISION, 0.25),
                            CONSIDERATION, Map.of(EVALUATION, 0.30, DECISION, 0.30),
                            EVALUATION, Map.of(CONSIDERATION, 0.05, DECISION, 0.55),
                            DECISION, Map.of(EVALUATION, 0.05, EXPERIENCE, 0.60),
                            EXPERIENCE, Map.of(TRIGGER, 0.10, DECISION, 0.05, LOYALTY, 0.20),
                            LOYALTY, Map.of(TRIGGER, 0.25, DECISION, 0.25))),
            new ShopPersona(
                    "none",
                    0.15,
                    0.8,
                    55,
                    Map.of(),
                    Map.of(OUT_OF_MARKET, 0.35, TRIGGER, 0.40, CONSIDERATION, 0.25),
                    Map.of(
                            OUT_OF_MARKET, Map.of(TRIGGER, 0.20, CONSIDERATION, 0.10),
                            TRIGGER, Map.of(CONSIDERATION, 0.50),
                            CONSIDERATION, Map.of(EVALUATION, 0.45),
                            EVALUATION, Map.of(CONSIDERATION, 0.10, DECISION, 0.35),
                            DECISION, Map.of(EVALUATION, 0.10, EXPERIENCE, 0.45),
                            EXPERIENCE, Map.of(TRIGGER, 0.05, LOYALTY, 0.10),
                            LOYALTY, Map.of(TRIGGER, 0.20))));

    private Personas() {}
}

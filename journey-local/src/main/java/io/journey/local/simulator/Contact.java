package io.journey.local.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Kinds of contact that the shop's customers have, each in one channel. Weights are relative within a stage. */
enum Contact {
    NEWSLETTER_OPENED(ShopStage.OUT_OF_MARKET, "email", 5, 5, Carries.CAMPAIGN),
    POST_LIKED(ShopStage.OUT_OF_MARKET, "social", 4, 4, Carries.NOTHING),
    AD_SEEN(ShopStage.OUT_OF_MARKET, "web", 3, 2, Carries.CAMPAIGN),

    CAMPAIGN_CLICKED(ShopStage.TRIGGER, "email", 5, 3, Carries.CAMPAIGN),
    POST_CLICKED(ShopStage.TRIGGER, "social", 4, 3, Carries.CAMPAIGN),
    SEARCH_ARRIVED(ShopStage.TRIGGER, "web", 4, 4, Carries.NOTHING),

    CATEGORY_VIEWED(ShopStage.CONSIDERATION, "web", 6, 6, Carries.NOTHING),
    VIDEO_WATCHED(ShopStage.CONSIDERATION, "social", 2, 3, Carries.NOTHING),
    CATALOGUE_OPENED(ShopStage.CONSIDERATION, "app", 2, 2, Carries.NOTHING),

    PRODUCT_VIEWED(ShopStage.EVALUATION, "web", 6, 6, Carries.NOTHING),
    REVIEW_READ(ShopStage.EVALUATION, "web", 2, 4, Carries.NOTHING),
    QUESTION_ASKED(ShopStage.EVALUATION, "support", 1, 2, Carries.NOTHING),
    PRODUCT_TRIED(ShopStage.EVALUATION, "store", 1, 1, Carries.NOTHING),

    CART_FILLED(ShopStage.DECISION, "web", 6, 2, Carries.NOTHING),
    OFFER_REDEEMED(ShopStage.DECISION, "email", 1, 1, Carries.CAMPAIGN),
    CHECKOUT_STARTED(ShopStage.DECISION, "web", 1, 6, Carries.NOTHING),

    ORDER_PLACED(ShopStage.EXPERIENCE, "web", 1, 0, Carries.AMOUNT),
    PARCEL_DELIVERED(ShopStage.EXPERIENCE, "email", 0, 6, Carries.NOTHING),
    SATISFACTION_ANSWERED(ShopStage.EXPERIENCE, "email", 0, 3, Carries.CSAT),
    TICKET_OPENED(ShopStage.EXPERIENCE, "support", 0, 2, Carries.NOTHING),
    EFFORT_ANSWERED(ShopStage.EXPERIENCE, "support", 0, 1, Carries.CES),

    REVIEW_WRITTEN(ShopStage.LOYALTY, "web", 3, 2, Carries.NOTHING),
    FRIEND_REFERRED(ShopStage.LOYALTY, "social", 3, 2, Carries.NOTHING),
    RECOMMENDATION_ANSWERED(ShopStage.LOYALTY, "email", 3, 1, Carries.NPS);

    /** What a contact brings beside the fact that it happened. */
    enum Carries {
        NOTHING,
        CAMPAIGN,
        AMOUNT,
        CSAT,
        CES,
        NPS
    }

    private static final Map<ShopStage, List<Contact>> BY_STAGE =
            Arrays.stream(values()).collect(Collectors.groupingBy(contact -> contact.stage));

    private final ShopStage stage;
    private final String channel;
    private final int enteringWeight;
    private final int stayingWeight;
    private final Carries carries;

    Contact(ShopStage stage, String channel, int enteringWeight, int stayingWeight, Carries carries) {
        this.stage = stage;
        this.channel = channel;
        this.enteringWeight = enteringWeight;
        this.stayingWeight = stayingWeight;
        this.carries = carries;
    }

    static List<Contact> of(ShopStage stage) {
        return BY_STAGE.getOrDefault(stage, List.of());
    }

    String touchpoint() {
        return name().toLowerCase(Locale.ROOT);
    }

    String channel() {
        return channel;
    }

    /** Weight among the contacts that open a visit to the stage. */
    int enteringWeight() {
        return enteringWeight;
    }

    /** Weight among the further contacts of a visit to the stage. */
    int stayingWeight() {
        return stayingWeight;
    }

    Carries carries() {
        return carries;
    }
}

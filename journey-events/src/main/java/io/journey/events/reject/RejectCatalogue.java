package io.journey.events.reject;

/** Prints the page that explains each reason. */
public final class RejectCatalogue {

    private RejectCatalogue() {}

    /** The page docs/rejected.md. */
    public static String markdown() {
        StringBuilder page = new StringBuilder("""
                # Rejected records

                <!-- Printed from RejectReason; ./mvnw test -pl journey-events -Dregenerate=true rewrites it. -->

                A record that is no usable event goes to the rejected topic with its original key, value and headers, its
                source position and one of these reasons. Nothing is lost: repair the cause and send the original bytes
                again, which `journey rejected` does ([cli.md](cli.md)); replaying twice changes nothing. The field `detail`
                names what was found and what was expected.

                | reason | what was found | what to do |
                |---|---|---|
                """);
        for (RejectReason reason : RejectReason.values()) {
            page.append("| `%s` | %s | %s |\n".formatted(reason, reason.meaning(), reason.remedy()));
        }
        return page.toString();
    }
}

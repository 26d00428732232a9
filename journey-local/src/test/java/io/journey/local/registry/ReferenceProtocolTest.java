package io.journey.local.registry;

import static io.journey.local.registry.Schemas.BORROWED;
import static io.journey.local.registry.Schemas.BORROWER;
import static io.journey.local.registry.Schemas.borrowing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RegistryExtension.class)
class ReferenceProtocolTest {

    private static final String RESOLVED = BORROWER.replace("\"other.Sub\"", BORROWED);

    private static Conversation withBorrower(RegistryClient registry) {
        return new Conversation(registry)
                .askWithSchema("POST /subjects/lender/versions", BORROWED, 200, "{id: 1}")
                .ask(
                        "POST /subjects/borrower/versions",
                        borrowing(BORROWER, "other.Sub", "lender", 1),
                        200,
                        "{id: 2, version: 1}");
    }

    @Test
    void aBorrowedTypeStaysWhereItIs(RegistryClient registry) {
        withBorrower(registry)
                .ask(
                        "GET /schemas/ids/2",
                        200,
                        "{schema: '" + BORROWER
                                + "', references: [{name: 'other.Sub', subject: 'lender', version: 1}]}")
                .ask("GET /subjects/lender/versions/1/referencedby", 200, "[2]")
                .ask("GET /subjects/lender/versions/latest/referencedby", 200, "[2]")
                .ask("GET /subjects/lender/versions/1/referencedby?offset=1", 200, "[]")
                .ask("POST /subjects/borrower", borrowing(BORROWER, "other.Sub", "lender", 1), 200, "{version: 1}")
                .ask("POST /subjects/borrower", borrowing(BORROWER, "other.Sub", "lender", -1), 200, "{version: 1}")
                .askWithSchema("POST /subjects/borrower", RESOLVED, 200, "{version: 1}");
    }

    @Test
    void whatIsBorrowedMustExist(RegistryClient registry) {
        new Conversation(registry)
                .refusedSchema("POST /subjects/borrower/versions", BORROWER, 42201)
                .refused("POST /subjects/borrower/versions", borrowing(BORROWER, "other.Sub", "lender", 1), 42201)
                .refused("POST /subjects/borrower/versions", borrowing(Schemas.STRING, "x", "lender", 1), 42201)
                .ask("GET /subjects", 200, "[]");
    }

    @Test
    void whatIsBorrowedCannotBeDeletedBeforeItsBorrower(RegistryClient registry) {
        withBorrower(registry)
                .refused("DELETE /subjects/lender/versions/1", 42206)
                .refused("DELETE /subjects/lender", 42206)
                .ask("DELETE /subjects/borrower/versions/1", 200, "1")
                .ask("GET /subjects/lender/versions/1/referencedby", 200, "[]")
                .ask("GET /subjects/lender/versions/1/referencedby?deleted=true", 200, "[2]")
                .ask("DELETE /subjects/lender/versions/1", 200, "1")
                .refused("DELETE /subjects/lender/versions/1?permanent=true", 42206)
                .refused("DELETE /subjects/lender?permanent=true", 42206)
                .refused("POST /subjects/borrower/versions", borrowing(BORROWER, "other.Sub", "lender", 1), 42201)
                .ask("DELETE /subjects/borrower/versions/1?permanent=true", 200, "1")
                .ask("DELETE /subjects/lender/versions/1?permanent=true", 200, "1");
    }

    @Test
    void typesAreBorrowedOverSeveralSteps(RegistryClient registry) {
        String currency =
                "{\"type\":\"enum\",\"name\":\"Currency\",\"namespace\":\"money\",\"symbols\":[\"EUR\",\"USD\"]}";
        String up =
                "{\"type\":\"record\",\"name\":\"Up\",\"namespace\":\"b\",\"fields\":[{\"name\":\"c\",\"type\":\"money.Currency\"}]}";
        String down = up.replace("Up", "Down");
        String either =
                RegistryClient.object().put("schema", "[\"b.Up\",\"b.Down\"]").toString();
        String references = "[{\"name\":\"b.Up\",\"subject\":\"up\",\"version\":1},"
                + "{\"name\":\"b.Down\",\"subject\":\"down\",\"version\":1}]";
        new Conversation(registry)
                .askWithSchema("POST /subjects/currency/versions", currency, 200, "{id: 1}")
                .ask("POST /subjects/up/versions", borrowing(up, "money.Currency", "currency", 1), 200, "{id: 2}")
                .ask("POST /subjects/down/versions", borrowing(down, "money.Currency", "currency", 1), 200, "{id: 3}")
                .ask(
                        "POST /subjects/either/versions",
                        either.replace("}", ",\"references\":" + references + "}"),
                        200,
                        "{id: 4}")
                .ask("GET /schemas/ids/4", 200, "{schema: '[\"b.Up\",\"b.Down\"]', references: " + references + "}");
    }

    @Test
    void aNameMayStandInATypeOfItsOwnWhichNewerAvrosRefuse(RegistryClient registry) {
        String wrapped = BORROWER.replace("\"other.Sub\"", "{\"type\":\"other.Sub\"}");
        String nested =
                BORROWER.replace("\"other.Sub\"", "[\"null\",{\"type\":\"map\",\"values\":{\"type\":\"other.Sub\"}}]");
        new Conversation(registry)
                .askWithSchema("POST /subjects/lender/versions", BORROWED, 200, "{id: 1}")
                .ask(
                        "POST /subjects/borrower/versions",
                        borrowing(wrapped, "other.Sub", "lender", 1),
                        200,
                        "{id: 2, schema: '" + BORROWER + "'}")
                .ask("POST /subjects/borrower", borrowing(BORROWER, "other.Sub", "lender", 1), 200, "{version: 1}")
                .ask("POST /subjects/nested/versions", borrowing(nested, "other.Sub", "lender", 1), 200, "{id: 3}")
                .refusedSchema("POST /subjects/s/versions", "{\"type\":\"other.Sub\"}", 42201);
    }

    @Test
    void aSubjectMayBorrowFromItselfAndIsDeletedWhole(RegistryClient registry) {
        new Conversation(registry)
                .ask("PUT /config/s", "{\"compatibility\":\"NONE\"}", 200, "{}")
                .askWithSchema("POST /subjects/s/versions", BORROWED, 200, "{id: 1}")
                .ask("POST /subjects/s/versions", borrowing(BORROWER, "other.Sub", "s", 1), 200, "{id: 2}")
                .ask("DELETE /subjects/s", 200, "[1, 2]")
                .ask("DELETE /subjects/s?permanent=true", 200, "[1, 2]");
    }

    @Test
    void aDeletedVersionThatIsStillBorrowedIsKeptWhenItComesBack(RegistryClient registry) {
        withBorrower(registry)
                .ask("DELETE /subjects/borrower/versions/1", 200, "1")
                .ask("DELETE /subjects/lender/versions/1", 200, "1")
                .askWithSchema("POST /subjects/lender/versions", BORROWED, 200, "{id: 1, version: 2}")
                .ask("GET /subjects/lender/versions/1?deleted=true", 200, "{id: 1, deleted: true}");
    }
}

package io.journey.local.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.local.PrintedPage;
import io.journey.local.Ran;
import io.journey.local.access.Certificate;
import io.journey.sink.SinkApplication;
import io.journey.sink.SinkSettings;
import io.journey.streams.query.Answer;
import io.journey.streams.query.Customer;
import io.journey.streams.query.QueryClient;
import io.journey.streams.query.Question;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances with half of the customers each, asked about all of them. */
class CustomersTest {

    private static Pipelines pipelines;
    private static Path tokenFile;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        pipelines = new Pipelines(directory, 2);
        tokenFile = Files.writeString(directory.resolve("token"), Pipelines.TOKEN + "\n");
        pipelines.send(Ada.events());
        pipelines.send(Ada.others());
        Pipelines.await(() -> kept(0).isEmpty() || kept(1).isEmpty() ? Optional.empty() : Optional.of(true));
        pipelines.awaitTouches(0, Ada.CUSTOMER, Ada.TOUCHES);
        pipelines.awaitTouches(1, "customer:other-3", 4);
    }

    @AfterAll
    static void stop() {
        pipelines.close();
    }

    private static List<String> others() {
        return IntStream.range(0, Ada.OTHERS)
                .mapToObj(number -> "customer:other-" + number)
                .toList();
    }

    /** Those that the instance itself keeps. */
    private static List<String> kept(int instance) throws InterruptedException {
        List<String> kept = new ArrayList<>();
        for (String other : others()) {
            if (pipelines.ask(instance, other, Question.Part.KEPT) instanceof Answer.Found) {
                kept.add(other);
            }
        }
        return kept;
    }

    private static Customer found(int instance, String identity) throws InterruptedException {
        Answer answer = pipelines.ask(instance, identity, Question.Part.ALL);
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return ((Answer.Found) answer).customer();
    }

    @Test
    void eachInstanceTellsOfThoseThatLiveInTheOther() throws InterruptedException {
        List<String> here = kept(0);
        List<String> there = kept(1);

        assertThat(here).isNotEmpty().doesNotContainAnyElementsOf(there);
        assertThat(there).isNotEmpty();
        assertThat(here.size() + there.size()).isEqualTo(Ada.OTHERS);
        for (String other : others()) {
            assertThat(found(0, other)).isEqualTo(found(1, other));
        }
    }

    @Test
    void theTouchesOfAllIdentitiesMakeOneJourney() throws InterruptedException {
        Customer ada = found(0, Ada.CUSTOMER);

        assertThat(ada.touches())
                .extracting(Customer.Contact::eventId)
                .containsExactly("e1", "e2", "e3", "e4", "e5", "e6");
        assertThat(ada.journeys())
                .singleElement()
                .satisfies(journey -> assertThat(journey.transitions())
                        .extracting(Customer.Move::to)
                        .containsExactly("seen", "interested", "bought"));
        assertThat(ada.now())
                .isEqualTo(new Customer.Place(1, "bought", Instant.parse("2026-03-04T09:00:00Z"), "none", null));
        assertThat(ada.owners()).isEmpty();
    }

    @Test
    void everyIdentitySaysSinceWhenAndWhyItIsTheCustomers() throws InterruptedException {
        Instant login = Instant.parse("2026-03-03T09:00:00Z");
        Instant click = Instant.parse("2026-03-02T08:00:00Z");
        Customer.Reason byLogin = new Customer.Reason(Ada.EMAIL, Ada.CUSTOMER, login, "e5");

        assertThat(found(1, Ada.CUSTOMER).identities())
                .containsExactly(
                        new Customer.Attribution(Ada.CUSTOMER, null, null, 2, List.of()),
                        new Customer.Attribution(
                                Ada.COOKIE,
                                Instant.parse("2026-02-01T09:00:00Z"),
                                null,
                                2,
                                List.of(new Customer.Reason(Ada.COOKIE, Ada.EMAIL, click, "e3"), byLogin)),
                        new Customer.Attribution(
                                Ada.TABLET,
                                Instant.parse("2026-02-01T09:00:00Z"),
                                Instant.parse("2026-03-10T10:00:00Z"),
                                1,
                                List.of(new Customer.Reason(Ada.TABLET, Ada.CUSTOMER, login, "e5"))),
                        new Customer.Attribution(
                                Ada.EMAIL, Instant.parse("2026-02-01T09:00:00Z"), null, 1, List.of(byLogin)));
    }

    @Test
    void anIdentityOfSomebodyElseSaysOfWhomAndSinceWhen() throws InterruptedException {
        Customer tablet = found(0, Ada.TABLET);

        assertThat(tablet.owners())
                .extracting(Customer.Owner::identity)
                .containsExactly(Ada.CUSTOMER, "customer:other-3");
        assertThat(tablet.currentOwner())
                .isEqualTo(new Customer.Owner(
                        "customer:other-3",
                        Instant.parse("2026-03-10T10:00:00Z"),
                        null,
                        Instant.parse("2026-03-10T10:00:00Z"),
                        "t1",
                        1));
        assertThat(tablet.touches()).isEmpty();
        assertThat(tablet.touchesOfOthers()).isEqualTo(2);
    }

    @Test
    void whoIsNotKnownIsNotFound() throws InterruptedException {
        assertThat(pipelines.ask(0, "customer:nobody", Question.Part.ALL)).isInstanceOf(Answer.Unknown.class);
        assertThat(pipelines.ask(1, "customer:nobody", Question.Part.ALL)).isInstanceOf(Answer.Unknown.class);
        assertThat(pipelines.ask(0, "phone:42", Question.Part.ALL))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @Test
    void withoutTheTokenNothingIsTold() throws InterruptedException {
        Question question = new Question(Pipelines.JOURNEY, Ada.CUSTOMER, Question.Part.ALL);

        for (String token : List.of("", "another token")) {
            assertThat(pipelines.client(token).ask(pipelines.address(0), question))
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.status()).isEqualTo(401));
        }
    }

    @Test
    void whoDoesNotTrustTheCertificateAndWhoSpeaksNoTlsIsToldNothing() throws InterruptedException {
        Question question = new Question(Pipelines.JOURNEY, Ada.CUSTOMER, Question.Part.ALL);
        URI plain = URI.create(pipelines.address(0).toString().replace("https:", "http:"));

        assertThat(pipelines.address(0).getScheme()).isEqualTo("https");
        assertThat(new QueryClient(Pipelines.TOKEN, Optional.empty()).ask(pipelines.address(0), question))
                .isInstanceOfSatisfying(
                        Answer.NotNow.class,
                        untrusted -> assertThat(untrusted.reason()).contains("is not trusted"));
        assertThat(pipelines.client(Pipelines.TOKEN).ask(plain, question)).isInstanceOf(Answer.NotNow.class);
    }

    /** The tests of the page are given these answers. */
    @ParameterizedTest
    @ValueSource(strings = {Ada.CUSTOMER, Ada.EMAIL, Ada.COOKIE})
    void theSinkPassesOnWhatTheApplicationSaysToThoseWhoShowItsToken(String identity, @TempDir Path folder)
            throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", pipelines.bootstrapServers());
        settings.put("kafka.schema.registry.url", pipelines.registry());
        settings.put("database.url", "jdbc:duckdb:" + folder.resolve("sink.duckdb"));
        settings.put("http.port", "0");
        settings.put("journey.streams.url", pipelines.address(0).toString());
        settings.put("journey.streams.token", Pipelines.TOKEN);
        settings.put("journey.streams.truststore", pipelines.truststore());
        settings.put("journey.streams.truststore.password", Certificate.PASSWORD);
        settings.put("journey.page.token", "of the page");
        try (SinkApplication sink = new SinkApplication(SinkSettings.of(settings))) {
            sink.start();
            URI address = sink.pageUri()
                    .resolve("/api/v1/customers/" + URLEncoder.encode(identity, StandardCharsets.UTF_8)
                            + "?journey=shop");
            HttpResponse<String> answer = get(address, "of the page");

            assertThat(get(address, "").statusCode()).isEqualTo(401);
            assertThat(get(address, Pipelines.TOKEN).statusCode()).isEqualTo(401);
            assertThat(answer.statusCode()).isEqualTo(200);
            new PrintedPage(Path.of(
                            System.getProperty("journey.root"),
                            "journey-sink/src/test/resources/io/journey/sink/page",
                            "customer-" + identity.replaceAll("[^a-z0-9]", "-") + ".json"))
                    .mustBe(answer.body() + "\n");
        }
    }

    private static HttpResponse<String> get(URI address, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theCommandShowsTheCustomerAsText() throws IOException {
        Ran ran = customer(Ada.CUSTOMER);

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("customer:42 in journey shop version 1")
                .contains("Stands in bought since 2026-03-04 09:00:00 (journey 1, persona none).")
                .contains(
                        "  cookie:7               since 2026-02-01 09:00:00  2 touches; email:ada@example.org claimed it"
                                + " at 2026-03-02 08:00:00 by event e3, and customer:42 claimed it at 2026-03-03 09:00:00 by event"
                                + " e5")
                .contains("  2026-03-01 10:00:00    web  page_viewed  (cookie:7, event e1)")
                .contains("  2026-03-04 09:00:00  interested -> bought (ADVANCE) after 2 d 1 h");
    }

    @Test
    void theCommandGoesOnToTheOwner() throws IOException {
        Ran ran = customer(Ada.COOKIE);

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("cookie:7 in journey shop", "Belongs to others, with 2 touches")
                .contains("email:ada@example.org in journey shop", "Belongs to others, with 2 touches")
                .contains("customer:42 in journey shop");
    }

    @Test
    void theCommandSaysInOneLineWhatIsWrong() throws IOException {
        assertThat(customer("customer:nobody").err())
                .isEqualToIgnoringNewLines("journey: nothing is known of customer:nobody in journey shop: check its"
                        + " spelling, or choose another journey with --journey");
        Ran noToken = command(Ada.CUSTOMER);
        assertThat(noToken.exitCode()).isEqualTo(1);
        assertThat(noToken.err().lines()).singleElement().asString().contains("401", "--token-file");
        Ran untrusting = Ran.command(
                "customer",
                Ada.CUSTOMER,
                "--url",
                pipelines.address(0).toString(),
                "--token-file",
                tokenFile.toString());
        assertThat(untrusting.exitCode()).isEqualTo(1);
        assertThat(untrusting.err().lines()).singleElement().asString().contains("--truststore");
        Ran nobodyThere = Ran.command("customer", Ada.CUSTOMER, "--url", "http://127.0.0.1:1");
        assertThat(nobodyThere.exitCode()).isEqualTo(1);
        assertThat(nobodyThere.err().lines()).singleElement().asString().contains("does not answer");
    }

    private static Ran customer(String identity) throws IOException {
        return command(identity, "--token-file", tokenFile.toString());
    }

    private static Ran command(String identity, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("customer", identity, "--url", pipelines.address(1).toString()));
        arguments.addAll(pipelines.trust());
        arguments.addAll(List.of(more));
        return Ran.command(arguments.toArray(String[]::new));
    }
}

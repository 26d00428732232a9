package io.journey.streams.query;

import io.journey.core.definition.IdentityRules;
import io.journey.core.identity.Node;
import io.journey.core.journey.JourneyRules;
import io.journey.events.identity.Identities;
import io.journey.events.identity.IdentityHash;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/** Answers questions about the customers of one definition, with the help of the other instances. */
final class Customers {

    private static final int MOST_OTHERS = 500;

    private final JourneyRules rules;
    private final Identities identities;
    private final LocalStores stores;
    private final QueryClient others;
    private final Function<HostInfo, URI> addresses;
    private final Clock clock;

    Customers(
            JourneyRules rules,
            IdentityHash hash,
            LocalStores stores,
            QueryClient others,
            Function<HostInfo, URI> addresses,
            Clock clock) {
        IdentityRules identity = rules.definition().identity();
        this.rules = rules;
        this.identities = new Identities(identity.ladder(), identity.ignore(), hash);
        this.stores = stores;
        this.others = others;
        this.addresses = addresses;
        this.clock = clock;
    }

    Answer answer(Question question) throws InterruptedException {
        int colon = question.identity().indexOf(':');
        String namespace = colon < 0 ? "" : question.identity().substring(0, colon);
        List<String> ladder = rules.definition().identity().ladder();
        if (!ladder.contains(namespace)) {
            return new Answer.Refused(
                    400, "an identity is namespace:value, with a namespace of the definition's ladder " + ladder);
        }
        String value = question.identity().substring(colon + 1);
        if (!identities.counts(namespace, value)) {
            return new Answer.Unknown("this value is on the ignore list of " + namespace + ", or empty: it is nobody");
        }
        String identity = namespace + ":" + identities.form(namespace, value);
        try {
            return switch (question.part()) {
                case ALL -> all(identity);
                case KEPT, CLAIMS -> here(new Question(question.journey(), identity, question.part()));
            };
        } catch (InvalidStateStoreException moving) {
            return new Answer.NotNow("state is being restored or moved between instances; ask again");
        } catch (IllegalStateException notRunning) {
            return new Answer.NotNow("this instance is starting or stopping; ask again");
        }
    }

    private Answer all(String identity) throws InterruptedException {
        Answer kept = ask(identity, Question.Part.KEPT);
        if (!(kept instanceof Answer.Found found)) {
            return kept;
        }
        Others owners = new Others();
        try {
            List<Customer.Attribution> attributed = new Attributions(found.customer(), owners::of).find();
            return new Answer.Found(found.customer().with(attributed, owners.cut));
        } catch (UnansweredException unanswered) {
            return unanswered.answer;
        }
    }

    private Answer ask(String identity, Question.Part part) throws InterruptedException {
        Question question = new Question(rules.definition().journey(), identity, part);
        Home home = stores.home(identity);
        if (home instanceof Home.There there) {
            return others.ask(addresses.apply(there.instance()), question);
        }
        return home instanceof Home.Here
                ? here(question)
                : new Answer.NotNow("work is being moved between instances; ask again");
    }

    private Answer here(Question question) {
        Node node = stores.node(question.identity());
        Glance glance = new Glance(rules, node);
        if (question.part() == Question.Part.CLAIMS) {
            return new Answer.Found(glance.claims());
        }
        return glance.isKnown()
                ? new Answer.Found(glance.whole(stores.watermark(clock.millis())))
                : new Answer.Unknown("nothing is known of this identity in journey "
                        + rules.definition().journey());
    }

    /** The owners of other identities, each asked for once. */
    private final class Others {

        private final Map<String, List<Customer.Owner>> known = new HashMap<>();
        private boolean cut;

        List<Customer.Owner> of(String identity) {
            List<Customer.Owner> owners = known.get(identity);
            if (owners == null) {
                owners = known.size() < MOST_OTHERS ? asked(identity) : List.of();
                cut |= known.size() >= MOST_OTHERS;
                known.put(identity, owners);
            }
            return owners;
        }

        private List<Customer.Owner> asked(String identity) {
            try {
                Answer answer = ask(identity, Question.Part.CLAIMS);
                if (answer instanceof Answer.Found found) {
                    return found.customer().owners();
                }
                throw new UnansweredException(answer);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnansweredException(new Answer.NotNow("this instance is stopping"));
            }
        }
    }

    /** Carries an answer out of the middle of looking for attributions. */
    private static final class UnansweredException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Answer answer;

        UnansweredException(Answer answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }
}

package io.journey.events.serde;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Lets Avro load the record classes of the topics by name, which it refuses for classes it was not told about.
 *
 * <p>Our own serdes never load by name. Another vendor's do: an application that lets its user name the serde calls
 * {@link #trust} before it makes one.
 */
public final class TrustedRecords {

    private TrustedRecords() {}

    /** Adds the record classes to those that Avro trusts in this process; more calls change nothing. */
    public static synchronized void trust() {
        ClassSecurityPredicate known = ClassSecurityValidator.getGlobal();
        if (!(known instanceof AlsoOurs)) {
            ClassSecurityValidator.setGlobal(new AlsoOurs(known));
        }
    }

    private record AlsoOurs(ClassSecurityPredicate others) implements ClassSecurityPredicate {

        @Override
        public boolean isTrusted(Class<?> type) {
            return KnownRecords.named(type.getName()).isPresent() || others.isTrusted(type);
        }

        @Override
        public void forbiddenClass(String className) {
            others.forbiddenClass(className);
        }
    }
}

package io.journey.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shape of the events of one workload.
 *
 * @param customers how many there are; 0 for as many as the touches of each leave
 * @param touches events of each customer in the mean, from 1
 * @param late percentage of events that arrive behind one to four later ones of their customer
 * @param duplicate percentage of records that repeat an earlier one
 * @param anonymous percentage of events that know their customer by a cookie only, which the customer's first event claims
 */
record Scenario(int customers, int touches, int late, int duplicate, int anonymous) {

    static final Scenario PLAIN = new Scenario(0, 20, 0, 0, 0);

    private static final String ANONYMOUS = "anonymous";

    /**
     * Reads for example {@code touches=100,late=10}; what is not named is as in {@link #PLAIN}.
     *
     * @throws IllegalArgumentException if it names something else, or no number in range
     */
    static Scenario parse(String text) {
        Map<String, Integer> values = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] pair = part.split("=", 2);
            try {
                values.put(pair[0], Integer.parseInt(pair.length == 2 ? pair[1] : ""));
            } catch (NumberFormatException noNumber) {
                faults.add(part + ": expected name=number");
            }
        }
        Scenario scenario = new Scenario(
                take(values, "customers", PLAIN.customers, Integer.MAX_VALUE, faults),
                take(values, "touches", PLAIN.touches, Integer.MAX_VALUE, faults),
                take(values, "late", PLAIN.late, 100, faults),
                take(values, "duplicate", PLAIN.duplicate, 99, faults),
                take(values, ANONYMOUS, PLAIN.anonymous, 100, faults));
        values.keySet()
                .forEach(name -> faults.add(name + ": expected customers, touches, late, duplicate or anonymous"));
        if (scenario.touches == 0) {
            faults.add("touches=0: expected at least 1");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("scenario " + text + ": " + String.join("; ", faults));
        }
        return scenario;
    }

    private static int take(Map<String, Integer> values, String name, int otherwise, int most, List<String> faults) {
        Integer value = values.remove(name);
        if (value != null && (value < 0 || value > most)) {
            faults.add(name + "=" + value + ": expected 0 to " + most);
        }
        return value == null ? otherwise : value;
    }

    /** Whether the workload of this name has events that know their customer by a cookie. */
    static boolean isAnonymous(String workload) {
        return workload.contains(ANONYMOUS);
    }

    int customersOf(long events) {
        return customers > 0 ? customers : (int) Math.max(1, events / touches);
    }
}

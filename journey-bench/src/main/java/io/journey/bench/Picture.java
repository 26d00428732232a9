package io.journey.bench;

import java.util.List;
import java.util.Locale;

/** Bars of CPU time per event, one for each workload, as SVG. */
record Picture(List<Bar> bars) {

    private static final int LABELS = 230;
    private static final int WIDTH = 560;
    private static final int STEP = 34;
    private static final String[] COLOURS = {"#2a6f97", "#a9d6e5", "#adb5bd"};
    private static final String[] PARTS = {"application", "its compiler", "broker"};

    /** Microseconds of the application without its compiler, of that, and of the broker. */
    record Bar(String workload, double application, double compiler, double broker) {

        double sum() {
            return application + compiler + broker;
        }

        List<Double> parts() {
            return List.of(application, compiler, broker);
        }
    }

    String svg() {
        double longest = bars.stream().mapToDouble(Bar::sum).max().orElse(1);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"13\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
                LABELS + WIDTH + 90,
                bars.size() * STEP + 60));
        for (int i = 0; i < PARTS.length; i++) {
            svg.append(rectangle(LABELS + i * 130, 12, 12, 12, i)).append(text(LABELS + i * 130 + 18, 23, PARTS[i]));
        }
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int top = 36 + i * STEP;
            svg.append(text(8, top + 16, bar.workload));
            double left = LABELS;
            for (int part = 0; part < PARTS.length; part++) {
                double width = bar.parts().get(part) / longest * WIDTH;
                svg.append(rectangle(left, top, width, STEP - 12, part));
                left += width;
            }
            svg.append(text(left + 6, top + 16, String.format(Locale.ROOT, "%.1f µs", bar.sum())));
        }
        return svg.append("</svg>").append(System.lineSeparator()).toString();
    }

    private static String rectangle(double x, double y, double width, double height, int part) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                x,
                y,
                width,
                height,
                COLOURS[part]);
    }

    private static String text(double x, double y, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\">%s</text>%n", x, y, escaped);
    }
}

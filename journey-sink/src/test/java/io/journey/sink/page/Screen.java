package io.journey.sink.page;

/**
 * What somebody looks at the page with.
 *
 * @param width in CSS pixels
 * @param scale device pixels in a CSS pixel
 * @param dark whether the system asks for dark colours
 */
record Screen(int width, int height, double scale, boolean dark) {

    static final Screen DESKTOP = new Screen(1280, 900, 1, false);
    static final Screen PHONE = new Screen(360, 780, 2, false);

    Screen inTheDark() {
        return new Screen(width, height, scale, true);
    }

    Screen of(int newHeight, double newScale) {
        return new Screen(width, newHeight, newScale, dark);
    }
}

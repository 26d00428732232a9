/** What the hot functions cost by themselves, in time and in allocation, over real events. */
@NullMarked
package io.journey.bench.hot;

import org.jspecify.annotations.NullMarked;

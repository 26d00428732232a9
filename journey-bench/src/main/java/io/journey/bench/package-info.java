/** What an event costs: the pipeline beside a bare topology that does the least any stateful pipeline must do. */
@NullMarked
package io.journey.bench;

import org.jspecify.annotations.NullMarked;

/** Canaries: each class breaks the wall that it names. */
@NullMarked
package io.journey.architecture.canary.service;

import org.jspecify.annotations.NullMarked;

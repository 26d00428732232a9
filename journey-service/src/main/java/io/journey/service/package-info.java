/** How a service is started, ended and asked for its settings; what it does is its own business. */
@NullMarked
package io.journey.service;

import org.jspecify.annotations.NullMarked;

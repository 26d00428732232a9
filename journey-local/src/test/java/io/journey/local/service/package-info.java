@NullMarked
package io.journey.local.service;

import org.jspecify.annotations.NullMarked;

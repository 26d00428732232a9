/** What all commands share: exit codes, failures told in one line, settings of the terminal. */
@NullMarked
package io.journey.local.command;

import org.jspecify.annotations.NullMarked;

/** Identities, each derived from what it names so that a retry yields the same one. */
@NullMarked
package io.palmyra.contracts.id;

import org.jspecify.annotations.NullMarked;

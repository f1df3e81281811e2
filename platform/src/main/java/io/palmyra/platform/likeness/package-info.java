/**
 * Whether instances of a service are made of the same, so that none acts by other rules beside
 * another while a release is rolled out.
 */
@NullMarked
package io.palmyra.platform.likeness;

import org.jspecify.annotations.NullMarked;

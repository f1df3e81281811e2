/**
 * What the tests of every module share: real servers, tokens, recorded data, seeded generators, the
 * security contract and the architecture rules.
 */
@NullMarked
package io.palmyra.testing;

import org.jspecify.annotations.NullMarked;

/** The books proven with the real servers. */
@NullMarked
package io.palmyra.portfolio;

import org.jspecify.annotations.NullMarked;

/** The use cases of the books, and the ports that they need. */
@NullMarked
package io.palmyra.portfolio.application;

import org.jspecify.annotations.NullMarked;

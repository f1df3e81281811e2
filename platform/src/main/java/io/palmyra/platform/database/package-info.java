/** What services share of their databases. */
@NullMarked
package io.palmyra.platform.database;

import org.jspecify.annotations.NullMarked;

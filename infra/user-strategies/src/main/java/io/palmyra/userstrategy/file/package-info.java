/** Files that users bring, told apart by their hashes. */
@NullMarked
package io.palmyra.userstrategy.file;

import org.jspecify.annotations.NullMarked;

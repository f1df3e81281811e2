/** The topics: names, keys, partitions, clean-up, and the one service that writes each. */
@NullMarked
package io.palmyra.contracts.topic;

import org.jspecify.annotations.NullMarked;

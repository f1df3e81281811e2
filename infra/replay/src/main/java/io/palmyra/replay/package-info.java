/** Makes the decisions on the topics again. */
@NullMarked
package io.palmyra.replay;

import org.jspecify.annotations.NullMarked;

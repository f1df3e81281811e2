/** Halts and risk's heartbeat: the topic that execution obeys. */
@NullMarked
package io.palmyra.contracts.control;

import org.jspecify.annotations.NullMarked;

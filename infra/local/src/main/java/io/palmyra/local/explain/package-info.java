/** The way of one order, from what caused it to its fills, read from the topics. */
@NullMarked
package io.palmyra.local.explain;

import org.jspecify.annotations.NullMarked;

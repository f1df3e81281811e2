/**
 * What execution decides: an order's life, and whether an order may be sent. Pure; the shell is
 * execution-service.
 */
@NullMarked
package io.palmyra.core.execution;

import org.jspecify.annotations.NullMarked;

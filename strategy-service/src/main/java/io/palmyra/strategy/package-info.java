/**
 * Runs strategies: decides which instance runs on which replica, feeds it in one order, publishes
 * the signals that its decisions in {@code io.palmyra.core.strategy} come to. It never sends an
 * order and never asks another service.
 */
@NullMarked
package io.palmyra.strategy;

import org.jspecify.annotations.NullMarked;

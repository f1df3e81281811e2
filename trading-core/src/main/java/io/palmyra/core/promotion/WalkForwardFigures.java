package io.palmyra.core.promotion;

/**
 * What a walk-forward came to.
 *
 * @param outOfSample of what no choice had seen
 * @param efficiency return out of sample as a share of that in sample; NaN passes no gate
 */
public record WalkForwardFigures(TrialFigures outOfSample, double efficiency) {}

package io.palmyra.bench.latency;

import io.palmyra.bench.Figures;
import java.util.Map;

/**
 * What one round through the services showed.
 *
 * @param total from the time a tick was meant to be fed to its fill's arrival at a reader
 * @param hops the same, cut into its hops, in order
 * @param ticks fed while measuring
 * @param fills of them
 */
record Round(Figures total, Map<String, Figures> hops, int ticks, int fills) {}

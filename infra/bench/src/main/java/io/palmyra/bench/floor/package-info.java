/**
 * The least that tick to fill can cost here: plain clients, durable commits, one socket round trip.
 */
@NullMarked
package io.palmyra.bench.floor;

import org.jspecify.annotations.NullMarked;

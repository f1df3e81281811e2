package io.palmyra.contracts.signal;

/**
 * How far the proposer had read a partition, so that a recorded day can be fed in the same order.
 *
 * @param topic name of the topic
 * @param partition 0 or more
 * @param offset of the last record seen, 0 or more
 */
public record InputOffset(String topic, int partition, long offset) {}

package io.palmyra.strategy.application;

/**
 * A part of a partition that a run took as its past; what comes after it, it takes as it comes.
 *
 * @param topic name of the topic
 * @param partition 0 or more
 * @param from first offset, 0 or more
 * @param until first offset after the past; {@code from} where nothing of the past is read
 */
public record InputSpan(String topic, int partition, long from, long until) {}

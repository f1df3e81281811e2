package io.palmyra.contracts;

/**
 * The body of a record on a topic.
 *
 * <p>Every implementation is a record with a {@link WireName} and belongs to the sealed interface
 * of exactly one topic.
 */
public interface Message {}

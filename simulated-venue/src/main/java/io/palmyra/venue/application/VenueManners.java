package io.palmyra.venue.application;

/**
 * What sessions are held to.
 *
 * @param secret that clients must know to log on
 * @param messagesPerSecond orders, cancels and replacements of a session within any second; 0 for
 *     no bound
 * @param moods towards accounts
 */
public record VenueManners(String secret, int messagesPerSecond, Moods moods) {}

package io.palmyra.marketdata.application;

/**
 * A row of recorded data that gave no tick.
 *
 * @param file its name
 * @param line from 1; 0 where the whole file is meant
 * @param cause what is wrong with it
 * @param text its beginning
 */
public record RejectedRow(String file, long line, String cause, String text) {}

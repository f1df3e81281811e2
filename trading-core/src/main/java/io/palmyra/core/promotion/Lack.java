package io.palmyra.core.promotion;

/**
 * One demand that is not met.
 *
 * @param stage whose demand
 * @param figure such as trades
 * @param found what is there
 * @param demanded what has to be there
 */
public record Lack(Stage stage, String figure, String found, String demanded) {}

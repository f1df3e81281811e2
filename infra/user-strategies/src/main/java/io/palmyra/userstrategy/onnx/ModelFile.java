package io.palmyra.userstrategy.onnx;

/**
 * A model that was taken.
 *
 * @param file its path in the directory
 * @param sha256 of all its bytes, in hex
 */
public record ModelFile(String file, String sha256) {}

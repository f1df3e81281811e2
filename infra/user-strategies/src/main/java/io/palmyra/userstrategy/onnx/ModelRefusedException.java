package io.palmyra.userstrategy.onnx;

/** A model is not what the strategy can run, and why in words. */
final class ModelRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ModelRefusedException(String reason) {
    super(reason);
  }
}

package io.palmyra.userstrategy.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * A model as it runs: on the thread that calls, one operator after the other. It remembers nothing
 * from call to call. Lives until the process ends. Any thread.
 */
final class OnnxModel {
  private static final String ALLOWED_INPUT = "one input, float[1,N]";
  private static final String ALLOWED_OUTPUT =
      "one output, float[1,1] or the probabilities of short, flat and long as float[1,3]";
  private static final int SCORE = 1;
  private static final int PROBABILITIES = 3;

  private final OrtSession session;
  private final String input;
  private final int inputs;
  private final int outputs;

  private OnnxModel(OrtSession session) throws OrtException {
    this.session = session;
    this.inputs = Shapes.columns(session.getInputInfo(), "its input", ALLOWED_INPUT);
    this.outputs = Shapes.columns(session.getOutputInfo(), "its output", ALLOWED_OUTPUT);
    this.input = session.getInputNames().iterator().next();
    if (outputs != SCORE && outputs != PROBABILITIES) {
      throw new ModelRefusedException(
          "its output is "
              + Shapes.inWords(session.getOutputInfo())
              + "; allowed: "
              + ALLOWED_OUTPUT);
    }
  }

  /**
   * Of the bytes of a file.
   *
   * @throws OrtException if they are no model that can be run
   * @throws ModelRefusedException if it takes or gives something else
   */
  static OnnxModel of(byte[] bytes) throws OrtException {
    OrtEnvironment environment = Environment.SHARED;
    try (var options = new OrtSession.SessionOptions()) {
      options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setDeterministicCompute(true);
      OrtSession session = environment.createSession(bytes, options);
      try {
        return new OnnxModel(session);
      } catch (ModelRefusedException e) {
        session.close();
        throw e;
      }
    }
  }

  /** Whether it takes so many inputs. */
  boolean takes(int count) {
    return inputs == count || inputs < 0;
  }

  /** How many it takes, for people. */
  String inputsInWords() {
    return inputs < 0 ? "any number of inputs" : inputs + " inputs";
  }

  /**
   * What it says to these inputs: its output where that is one number, else the probability of long
   * less that of short.
   *
   * @throws IllegalStateException if it says nothing that is a number, or cannot be run
   */
  double score(float[] features) {
    long[] shape = {1, features.length};
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(Environment.SHARED, FloatBuffer.wrap(features), shape);
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      float[] row = ((float[][]) result.get(0).getValue())[0];
      double score = outputs == SCORE ? row[0] : (double) row[2] - row[0];
      if (!Double.isFinite(score)) {
        throw new IllegalStateException("the model says " + score);
      }
      return score;
    } catch (OrtException e) {
      throw new IllegalStateException("the model cannot be run: " + e.getMessage(), e);
    }
  }

  /** Made when the first model is there: it loads native code. */
  private static final class Environment {
    static final OrtEnvironment SHARED = made();

    private static OrtEnvironment made() {
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "palmyra");
      try {
        environment.setTelemetry(false);
      } catch (OrtException e) {
        throw new IllegalStateException(e);
      }
      return environment;
    }
  }
}

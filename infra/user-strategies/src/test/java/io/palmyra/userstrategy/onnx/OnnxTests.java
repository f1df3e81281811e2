package io.palmyra.userstrategy.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.palmyra.core.strategy.Refusal;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.Validated;
import io.palmyra.testing.TinyModel;
import io.palmyra.userstrategy.LoadedStrategies;
import io.palmyra.userstrategy.UserDirectory;
import io.palmyra.userstrategy.file.RefusedFile;
import io.palmyra.userstrategy.watch.Watchdog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxTests {
  private static final float[][] WEIGHTS = {{0.5f}, {-1.25f}, {2f}};
  private static final float[] BIAS = {0.1f};

  @TempDir Path dir;

  private LoadedStrategies with(String name, byte[] model) throws IOException {
    Files.createDirectories(dir.resolve("models"));
    Files.write(dir.resolve("models").resolve(name), model);
    return UserDirectory.load(dir, List.of(), new Watchdog(_ -> {}));
  }

  private String reason(byte[] model) throws IOException {
    LoadedStrategies loaded = with("bad.onnx", model);
    assertThat(loaded.types()).isEmpty();
    assertThat(loaded.refused()).extracting(RefusedFile::file).containsExactly("models/bad.onnx");
    return loaded.refused().getFirst().reason();
  }

  private List<Refusal> refusals(Map<String, String> given) throws IOException {
    StrategyType type =
        with("tiny.onnx", TinyModel.of(WEIGHTS, BIAS, "Sigmoid")).types().getFirst();
    return type.descriptor().validate(given) instanceof Validated.Refused refused
        ? refused.refusals()
        : List.of();
  }

  @Test
  void saysWhatTheSameSumsInJavaSay() throws Exception {
    OnnxModel model = OnnxModel.of(TinyModel.of(WEIGHTS, BIAS, "Sigmoid"));
    var random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      float[] x = {
        (float) random.nextGaussian(), (float) random.nextGaussian(), random.nextFloat()
      };
      double sum = BIAS[0];
      for (int input = 0; input < x.length; input++) {
        sum += (double) x[input] * WEIGHTS[input][0];
      }
      assertThat(model.score(x)).isCloseTo(1 / (1 + StrictMath.exp(-sum)), within(1e-6));
      assertThat(model.score(x)).isEqualTo(model.score(x));
    }
  }

  @Test
  void ofThreeProbabilitiesTheScoreIsLongLessShort() throws Exception {
    float[][] weights = {{1f, 0f, -2f}};
    OnnxModel model = OnnxModel.of(TinyModel.of(weights, new float[] {0f, 0.5f, 1f}, "Softmax"));
    double x = 0.3;
    double down = StrictMath.exp(x);
    double flat = StrictMath.exp(0.5);
    double up = StrictMath.exp(1 - 2 * x);
    assertThat(model.score(new float[] {(float) x}))
        .isCloseTo((up - down) / (down + flat + up), within(1e-6));
  }

  @Test
  void refusesAModelOfAnotherShapeAndSaysWhichItHas() throws IOException {
    float[][] twoOutputs = {{1f, 1f}};
    assertThat(reason(TinyModel.of(twoOutputs, new float[2], "Softmax")))
        .isEqualTo(
            "its output is float[1,2]; allowed: one output, float[1,1] or the probabilities of"
                + " short, flat and long as float[1,3]");
  }

  @Test
  void refusesWhatIsNoModelAndNamesThatNobodyCanType() throws IOException {
    assertThat(reason("no model".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .startsWith("ONNX Runtime cannot run it: ");
    Files.delete(dir.resolve("models/bad.onnx"));
    assertThat(
            with("a b.onnx", TinyModel.of(WEIGHTS, BIAS, "Sigmoid")).refused().getFirst().reason())
        .startsWith("its name is 'a b.onnx'; allowed: ");
  }

  @Test
  void refusesAnOperatorThatThereIsNot() throws IOException {
    assertThat(reason(TinyModel.of(WEIGHTS, BIAS, "Wish"))).contains("Wish");
  }

  @Test
  void takesAsManyInputsAsTheModelHasAndNoOthers() throws IOException {
    assertThat(refusals(Map.of("inputs", "return:1,rsi:14,zscore:20"))).isEmpty();
    assertThat(refusals(Map.of("inputs", "return:1,rsi:14")))
        .containsExactly(
            new Refusal("inputs", "return:1,rsi:14", "3 inputs, as model tiny.onnx takes"));
  }

  @Test
  void refusesInputsThatThereAreNotAndModelsElsewhere() throws IOException {
    for (String inputs : List.of("", "price", "rsi:0", "rsi:14,", "rsi:14;adx:3", "magic:3")) {
      assertThat(refusals(Map.of("inputs", inputs))).as(inputs).hasSize(1);
    }
    for (String model : List.of("../tiny.onnx", "/etc/passwd", "models/tiny.onnx", "")) {
      assertThat(refusals(Map.of("model", model)))
          .containsExactly(new Refusal("model", model, "one of tiny.onnx"));
    }
  }

  @Test
  void refusesThresholdsThatContradictEachOther() throws IOException {
    String inputs = "return:1,return:2,return:3";
    assertThat(refusals(Map.of("inputs", inputs, "enterShort", "0.7")))
        .containsExactly(new Refusal("enterShort", "0.7", "below enterLong, 0.6"));
    assertThat(refusals(Map.of("inputs", inputs, "exit", "0.3")))
        .containsExactly(new Refusal("exit", "0.3", "from enterShort to enterLong, 0.4 to 0.6"));
  }

  @Test
  void aModelIsPartOfTheFingerprint() throws IOException {
    String before = with("tiny.onnx", TinyModel.of(WEIGHTS, BIAS, "Sigmoid")).fingerprint();
    String after = with("tiny.onnx", TinyModel.of(WEIGHTS, BIAS, "Tanh")).fingerprint();
    assertThat(after).isNotEqualTo(before);
  }
}

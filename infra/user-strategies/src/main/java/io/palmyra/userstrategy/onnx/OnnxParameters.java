package io.palmyra.userstrategy.onnx;

import io.palmyra.contracts.value.Side;
import io.palmyra.core.strategy.ParameterSpec;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a strategy that asks a model takes. */
final class OnnxParameters {
  static final String MODEL = "model";
  static final String INPUTS = "inputs";
  static final String ENTER_LONG = "enterLong";
  static final String ENTER_SHORT = "enterShort";
  static final String EXIT = "exit";
  static final String INTERVAL = "interval";
  static final String DIRECTION = "direction";
  static final String ATR_PERIOD = "atrPeriod";
  static final String STOP_ATRS = "stopAtrs";

  private static final String LONG = "LONG";
  private static final String BOTH = "BOTH";

  private OnnxParameters() {}

  /** Their schema, given the names of the models. */
  static List<ParameterSpec> schema(List<String> models) {
    return List.of(
        new ParameterSpec.Choice(MODEL, "file of the model", models, models.getFirst()),
        new ParameterSpec.Text(
            INPUTS,
            "what the model is shown of each bar, in its order",
            Features.FORM,
            Features.ALLOWED,
            "return:1"),
        threshold(ENTER_LONG, "at or above this score it buys", "0.6"),
        threshold(ENTER_SHORT, "at or below this score it sells", "0.4"),
        threshold(EXIT, "a long leaves below this score, a short above it", "0.5"),
        new ParameterSpec.Choice(
            INTERVAL,
            "length of the bars it looks at",
            List.of("PT1S", "PT1M", "PT5M", "PT1H", "P1D"),
            "PT1M"),
        new ParameterSpec.Choice(
            DIRECTION, "positions it may open", List.of(LONG, "SHORT", BOTH), BOTH),
        new ParameterSpec.Whole(ATR_PERIOD, "bars in the average true range", 1, 500, 14),
        ParameterSpec.Decimal.of(
            STOP_ATRS, "distance of the stop in average true ranges", "0.1", "100", "2"));
  }

  private static ParameterSpec threshold(String name, String meaning, String usual) {
    return ParameterSpec.Decimal.of(name, meaning, "-1000", "1000", usual);
  }

  /** What takes more than one parameter to see. */
  static List<Refusal> judge(Parameters parameters, Map<String, OnnxModel> models) {
    Map<String, String> texts = parameters.texts();
    List<Refusal> refusals = new ArrayList<>();
    String name = parameters.choice(MODEL);
    OnnxModel model = models.get(name);
    String declared = parameters.choice(INPUTS);
    if (model != null && !model.takes(Features.of(declared).size())) {
      refusals.add(
          new Refusal(INPUTS, declared, model.inputsInWords() + ", as model " + name + " takes"));
    }
    double enterLong = parameters.decimal(ENTER_LONG);
    double enterShort = parameters.decimal(ENTER_SHORT);
    double exit = parameters.decimal(EXIT);
    if (enterShort >= enterLong) {
      refusals.add(
          new Refusal(
              ENTER_SHORT, texts.getOrDefault(ENTER_SHORT, ""), "below enterLong, " + enterLong));
    } else if (exit < enterShort || exit > enterLong) {
      refusals.add(
          new Refusal(
              EXIT,
              texts.getOrDefault(EXIT, ""),
              "from enterShort to enterLong, " + enterShort + " to " + enterLong));
    }
    return refusals;
  }

  static boolean mayOpen(Parameters parameters, Side side) {
    String direction = parameters.choice(DIRECTION);
    return direction.equals(BOTH) || direction.equals(LONG) == (side == Side.BUY);
  }
}

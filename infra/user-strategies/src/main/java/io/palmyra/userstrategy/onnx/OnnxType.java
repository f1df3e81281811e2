package io.palmyra.userstrategy.onnx;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.Strategy;
import io.palmyra.core.strategy.StrategyDescriptor;
import io.palmyra.core.strategy.StrategyType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A strategy that asks a model of the user's. */
public final class OnnxType implements StrategyType {
  /** Its id. */
  public static final String ID = "onnx";

  private final Map<String, OnnxModel> models;
  private final StrategyDescriptor descriptor;

  /**
   * @param models by the names of their files, one or more
   */
  OnnxType(Map<String, OnnxModel> models) {
    this.models = new TreeMap<>(models);
    this.descriptor =
        new StrategyDescriptor(
            ID,
            "Asks an ONNX model at each bar: buys and sells as its score is beyond a threshold,"
                + " leaves as it turns.",
            OnnxParameters.schema(List.copyOf(this.models.keySet())),
            parameters -> OnnxParameters.judge(parameters, this.models),
            false);
  }

  @Override
  public StrategyDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    String name = parameters.choice(OnnxParameters.MODEL);
    return new OnnxStrategy(parameters, instrument, Objects.requireNonNull(models.get(name), name));
  }
}

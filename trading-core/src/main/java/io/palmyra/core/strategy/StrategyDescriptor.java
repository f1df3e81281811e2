package io.palmyra.core.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a type of strategy is and which parameters it takes.
 *
 * @param id stable name, such as {@code sma-cross}
 * @param description for people
 * @param parameters its schema, in the order in which people read it
 * @param rule refusals that take more than one parameter to see; empty where all is well
 * @param simulatedOnly whether it may run only on accounts of the simulated venue
 */
public record StrategyDescriptor(
    String id,
    String description,
    List<ParameterSpec> parameters,
    Function<Parameters, List<Refusal>> rule,
    boolean simulatedOnly) {
  public StrategyDescriptor {
    parameters = List.copyOf(parameters);
  }

  /**
   * Checks given texts against the schema. Unknown names are refused, missing ones take their
   * defaults.
   */
  public Validated validate(Map<String, String> given) {
    List<Refusal> refusals = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterSpec spec : parameters) {
      String text = given.getOrDefault(spec.name(), spec.defaultText());
      Object value = spec.read(text);
      if (value == null) {
        refusals.add(new Refusal(spec.name(), text, spec.allowed()));
      } else {
        values.put(spec.name(), value);
      }
    }
    given.forEach(
        (name, text) -> {
          if (parameters.stream().noneMatch(spec -> spec.name().equals(name))) {
            refusals.add(new Refusal(name, text, "one of the parameters " + names()));
          }
        });
    if (!refusals.isEmpty()) {
      return new Validated.Refused(refusals);
    }
    Parameters accepted = new Parameters(values);
    List<Refusal> together = rule.apply(accepted);
    return together.isEmpty() ? new Validated.Accepted(accepted) : new Validated.Refused(together);
  }

  private String names() {
    return String.join(", ", parameters.stream().map(ParameterSpec::name).toList());
  }
}

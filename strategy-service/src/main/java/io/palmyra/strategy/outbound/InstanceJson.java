package io.palmyra.strategy.outbound;

import io.palmyra.strategy.application.InstanceTexts;
import io.palmyra.strategy.application.StrategyInstance;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Instances and their parameters as JSON text. */
@Component
final class InstanceJson implements InstanceTexts {
  private static final TypeReference<LinkedHashMap<String, String>> TEXTS =
      new TypeReference<>() {};

  private final ObjectMapper mapper;

  InstanceJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  String parameters(Map<String, String> parameters) {
    return mapper.writeValueAsString(parameters);
  }

  Map<String, String> parameters(String json) {
    return mapper.readValue(json, TEXTS);
  }

  String text(Map<String, Object> content) {
    return mapper.writeValueAsString(content);
  }

  @Override
  public String write(StrategyInstance instance) {
    return text(content(instance));
  }

  /** What people can change of an instance, by name; more may be put to it. */
  Map<String, Object> content(StrategyInstance instance) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("strategy", instance.type());
    content.put("account", instance.account().value());
    content.put("instrument", instance.instrument().value());
    content.put("parameters", instance.parameters());
    if (instance.capital() != null) {
      content.put("capital", instance.capital().amount());
    }
    content.put("state", instance.state());
    if (instance.reason() != null) {
      content.put("reason", instance.reason());
    }
    return content;
  }
}

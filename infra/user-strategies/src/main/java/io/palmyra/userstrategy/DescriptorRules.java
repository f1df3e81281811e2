package io.palmyra.userstrategy;

import io.palmyra.core.strategy.ParameterSpec;
import io.palmyra.core.strategy.StrategyDescriptor;
import io.palmyra.core.strategy.Validated;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a descriptor must fulfil so that people can use the strategy. */
final class DescriptorRules {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern PARAMETER = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");

  private DescriptorRules() {}

  /** Gives it back if it may be used. */
  static StrategyDescriptor checked(@Nullable StrategyDescriptor descriptor, Class<?> type) {
    if (descriptor == null) {
      throw new JarRefusedException(type.getName() + " has no descriptor");
    }
    require(ID, descriptor.id(), "the id of " + type.getName());
    Objects.requireNonNull(descriptor.description(), "description of " + descriptor.id());
    Objects.requireNonNull(descriptor.rule(), "rule of " + descriptor.id());
    Set<String> names = new HashSet<>();
    for (ParameterSpec spec : descriptor.parameters()) {
      require(PARAMETER, spec.name(), "a parameter of " + descriptor.id());
      if (!names.add(spec.name())) {
        throw new JarRefusedException(
            descriptor.id() + " has two parameters called " + spec.name());
      }
    }
    requireDefaults(descriptor);
    return descriptor;
  }

  private static void requireDefaults(StrategyDescriptor descriptor) {
    if (descriptor.validate(Map.of()) instanceof Validated.Refused refused) {
      throw new JarRefusedException(
          "the defaults of "
              + descriptor.id()
              + " are refused: "
              + refused.refusals().stream()
                  .map(
                      each ->
                          each.field() + " is '" + each.value() + "'; allowed: " + each.allowed())
                  .collect(Collectors.joining("; ")));
    }
  }

  private static void require(Pattern pattern, @Nullable String text, String what) {
    if (text == null || !pattern.matcher(text).matches()) {
      throw new JarRefusedException(what + " is '" + text + "'; allowed: " + pattern);
    }
  }
}

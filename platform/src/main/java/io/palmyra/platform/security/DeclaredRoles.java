package io.palmyra.platform.security;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Reads which roles controller methods declare. */
public final class DeclaredRoles {
  private static final String OURS = "io.palmyra.";

  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  DeclaredRoles(ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  /**
   * The roles of which one suffices; empty in the option for open to all, no option if undeclared.
   */
  public static Optional<Set<Role>> of(Method method) {
    AllowedRoles allowed = AnnotatedElementUtils.findMergedAnnotation(method, AllowedRoles.class);
    if (allowed == null) {
      allowed =
          AnnotatedElementUtils.findMergedAnnotation(
              method.getDeclaringClass(), AllowedRoles.class);
    }
    return Optional.ofNullable(allowed)
        .map(roles -> Arrays.stream(roles.value()).collect(Collectors.toSet()));
  }

  /** Calls for each controller method of ours. */
  void forEach(BiConsumer<RequestMappingInfo, HandlerMethod> visitor) {
    mappings
        .orderedStream()
        .forEach(
            mapping ->
                mapping
                    .getHandlerMethods()
                    .forEach(
                        (info, handler) -> {
                          if (handler.getBeanType().getName().startsWith(OURS)) {
                            visitor.accept(info, handler);
                          }
                        }));
  }

  /**
   * Refuses to go on if a method declares no role.
   *
   * @throws IllegalStateException naming the methods
   */
  void requireAll() {
    var undeclared = new StringBuilder();
    forEach(
        (info, handler) -> {
          if (of(handler.getMethod()).isEmpty()) {
            undeclared.append(' ').append(handler.getShortLogMessage());
          }
        });
    if (!undeclared.isEmpty()) {
      throw new IllegalStateException(
          "These controller methods declare no role (@ForViewers, @ForTraders, ...):" + undeclared);
    }
  }
}

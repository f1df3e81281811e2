package io.palmyra.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Tells which requests need no token. */
final class OpenRequests implements RequestMatcher {
  private static final List<String> ALWAYS =
      List.of("/actuator/health", "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**");

  private final Supplier<List<RequestMatcher>> matchers;

  OpenRequests(DeclaredRoles roles, List<OpenPaths> paths) {
    // Controllers are known only after the filters are built.
    matchers = SingletonSupplier.of(() -> collect(roles, paths));
  }

  @Override
  public boolean matches(HttpServletRequest request) {
    return matchers.get().stream().anyMatch(matcher -> matcher.matches(request));
  }

  private static List<RequestMatcher> collect(DeclaredRoles roles, List<OpenPaths> paths) {
    var matchers = new ArrayList<RequestMatcher>();
    ALWAYS.forEach(pattern -> addReading(matchers, pattern));
    paths.forEach(open -> open.patterns().forEach(pattern -> addReading(matchers, pattern)));
    roles.forEach(
        (info, handler) -> {
          if (DeclaredRoles.of(handler.getMethod()).filter(Set::isEmpty).isPresent()) {
            addDeclared(matchers, info);
          }
        });
    return List.copyOf(matchers);
  }

  private static void addReading(List<RequestMatcher> matchers, String pattern) {
    var builder = PathPatternRequestMatcher.withDefaults();
    matchers.add(builder.matcher(HttpMethod.GET, pattern));
    matchers.add(builder.matcher(HttpMethod.HEAD, pattern));
  }

  private static void addDeclared(List<RequestMatcher> matchers, RequestMappingInfo info) {
    var builder = PathPatternRequestMatcher.withDefaults();
    for (String pattern : info.getPatternValues()) {
      for (RequestMethod method : info.getMethodsCondition().getMethods()) {
        matchers.add(builder.matcher(method.asHttpMethod(), pattern));
      }
    }
  }
}

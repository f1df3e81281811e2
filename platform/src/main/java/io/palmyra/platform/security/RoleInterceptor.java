package io.palmyra.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a caller without the declared role before anything of the request is read, so that who
 * may not call a method learns nothing of what it takes.
 */
final class RoleInterceptor implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      DeclaredRoles.of(method.getMethod())
          .filter(roles -> !roles.isEmpty() && !callerHasAnyOf(roles))
          .ifPresent(
              roles -> {
                throw new AccessDeniedException("needs one of " + roles);
              });
    }
    return true;
  }

  private static boolean callerHasAnyOf(Set<Role> roles) {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    return caller != null
        && caller.getAuthorities().stream()
            .anyMatch(
                held ->
                    roles.stream().anyMatch(role -> role.authority().equals(held.getAuthority())));
  }
}

package io.palmyra.platform.security;

import io.palmyra.platform.web.ProblemWriter;
import io.palmyra.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What a caller hears who is not known, or may not: problems that tell nothing of the cause. */
final class SecurityAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final ProblemWriter problems;

  SecurityAnswers(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    if (cause instanceof AuthenticationServiceException) {
      problems.write(
          request, response, Problems.unavailable("Tokens cannot be checked now: no keys."));
      return;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    problems.write(request, response, Problems.unauthorized("A valid access token is needed."));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    problems.write(request, response, Problems.forbidden("Your role does not allow this."));
  }
}

package io.palmyra.platform.web;

import io.palmyra.platform.telemetry.LogFields;
import io.palmyra.platform.time.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request an id, its caller's or a new one: in the answer's header and in the logs. */
final class RequestIdFilter extends OncePerRequestFilter {
  /** Header of requests and answers. */
  static final String HEADER = "X-Request-Id";

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Ids ids;

  RequestIdFilter(Ids ids) {
    this.ids = ids;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String given = request.getHeader(HEADER);
    String id = given != null && ALLOWED.matcher(given).matches() ? given : ids.get();
    response.setHeader(HEADER, id);
    try (MDC.MDCCloseable _ = MDC.putCloseable(LogFields.REQUEST_ID, id)) {
      chain.doFilter(request, response);
    }
  }
}

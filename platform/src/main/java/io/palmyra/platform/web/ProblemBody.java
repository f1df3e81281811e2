package io.palmyra.platform.web;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Makes the body of a problem, the same for all of them. */
final class ProblemBody {
  private ProblemBody() {}

  static ProblemDetail of(ProblemException problem, String path) {
    return of(
        problem.status(),
        problem.code(),
        String.valueOf(problem.getMessage()),
        problem.errors(),
        path);
  }

  static ProblemDetail of(
      HttpStatusCode status, String code, String detail, List<FieldError> errors, String path) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    body.setType(URI.create("urn:palmyra:problem:" + code));
    body.setInstance(instance(path));
    if (!errors.isEmpty()) {
      body.setProperty("errors", errors);
    }
    return body;
  }

  /** The path, if it can stand in a URI. */
  private static @org.jspecify.annotations.Nullable URI instance(String path) {
    try {
      return new URI(null, null, path, null);
    } catch (java.net.URISyntaxException e) {
      return null;
    }
  }
}

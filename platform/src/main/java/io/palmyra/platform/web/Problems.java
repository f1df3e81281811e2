package io.palmyra.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The problems that a use case or controller may end a request with: {@code throw Problems...}. */
public final class Problems {
  private Problems() {}

  /** 400: a field holds what it may not. */
  public static ProblemException invalid(String field, @Nullable Object value, String allowed) {
    return invalid(
        List.of(new FieldError(field, value == null ? null : String.valueOf(value), allowed)));
  }

  /** 400: several fields hold what they may not. */
  public static ProblemException invalid(List<FieldError> errors) {
    return new ProblemException(
        HttpStatus.BAD_REQUEST, "invalid-request", describe(errors), errors);
  }

  /** 404: there is none, or none that the caller may know of. */
  public static ProblemException notFound(String kind, Object id) {
    return new ProblemException(
        HttpStatus.NOT_FOUND, "not-found", "There is no %s '%s'.".formatted(kind, id), List.of());
  }

  /** 409: the state of things does not allow it now. */
  public static ProblemException conflict(String detail) {
    return new ProblemException(HttpStatus.CONFLICT, "conflict", detail, List.of());
  }

  /** 401: who calls is not known. */
  public static ProblemException unauthorized(String detail) {
    return new ProblemException(HttpStatus.UNAUTHORIZED, "unauthorized", detail, List.of());
  }

  /** 403: the caller may not, although the role would allow it. */
  public static ProblemException forbidden(String detail) {
    return new ProblemException(HttpStatus.FORBIDDEN, "forbidden", detail, List.of());
  }

  /** 429: more was asked for than the time allows. */
  public static ProblemException tooMany(String detail) {
    return new ProblemException(
        HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", detail, List.of());
  }

  /** 503: what is needed for an answer is not there now; asking again later may help. */
  public static ProblemException unavailable(String detail) {
    return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail, List.of());
  }

  static String describe(List<FieldError> errors) {
    StringBuilder text = new StringBuilder();
    for (FieldError error : errors) {
      text.append(text.isEmpty() ? "" : " ").append(error.field());
      text.append(
          error.value() == null ? " is missing or not readable" : " is '" + error.value() + "'");
      text.append("; allowed: ").append(error.allowed()).append('.');
    }
    return text.toString();
  }
}

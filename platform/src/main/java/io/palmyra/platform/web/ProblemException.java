package io.palmyra.platform.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** Ends a request with a problem that its caller is told; made by {@link Problems}. */
public final class ProblemException extends RuntimeException {
  private final HttpStatus status;
  private final String code;
  private final transient List<FieldError> errors;

  ProblemException(HttpStatus status, String code, String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.errors = List.copyOf(errors);
  }

  /** The HTTP status to answer. */
  public HttpStatus status() {
    return status;
  }

  /** Stable name of the kind of problem. */
  public String code() {
    return code;
  }

  /** What is wrong with single fields. */
  public List<FieldError> errors() {
    return errors;
  }
}

package io.palmyra.platform.web;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every failure of a controller with a problem; a stack trace goes to the log only. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<Object> on(ProblemException problem, WebRequest request) {
    return answer(problem, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> on(AccessDeniedException denied, WebRequest request) {
    return answer(Problems.forbidden("Your role does not allow this."), request);
  }

  @ExceptionHandler
  ResponseEntity<Object> on(OptimisticLockingFailureException overtaken, WebRequest request) {
    return answer(Problems.conflict("Somebody else changed it meanwhile; read it again."), request);
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<Object> onLostDatabase(Exception failure, WebRequest request) {
    LOG.warn("database not reached path={} cause={}", path(request), failure.toString());
    return answer(Problems.unavailable("The database does not answer now."), request);
  }

  @ExceptionHandler
  ResponseEntity<Object> on(Exception failure, WebRequest request) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof ProblemException problem) {
      return answer(problem, request);
    }
    LOG.error("request failed path={}", path(request), failure);
    return answer(
        new ProblemException(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "internal-error",
            "Something went wrong here; the log has the cause under the request's id.",
            List.of()),
        request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(Problems.invalid(List.of(UnreadableBody.explain(failure.getCause()))), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(
        Problems.invalid(
            failure.getBindingResult().getAllErrors().stream()
                .map(ProblemAdvice::fieldError)
                .toList()),
        request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(
        Problems.invalid(
            failure.getParameterValidationResults().stream()
                .flatMap(
                    result ->
                        result instanceof ParameterErrors errors
                            ? errors.getAllErrors().stream().map(ProblemAdvice::fieldError)
                            : result.getResolvableErrors().stream()
                                .map(
                                    error ->
                                        parameterError(
                                            String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                            result.getArgument(),
                                            error)))
                .toList()),
        request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(
        Problems.invalid(
            failure.getParameterName(),
            null,
            Allowed.of(
                failure.getMethodParameter() == null
                    ? null
                    : failure.getMethodParameter().getParameterType())),
        request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
      ServletRequestBindingException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return failure instanceof MissingRequestHeaderException missing
        ? answer(
            Problems.invalid(missing.getHeaderName(), null, "this header must be there"), request)
        : super.handleServletRequestBindingException(failure, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String name =
        failure instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : String.valueOf(failure.getPropertyName());
    Throwable root = failure.getMostSpecificCause();
    return answer(
        Problems.invalid(
            name,
            UnreadableBody.shown(name, failure.getValue()),
            Allowed.of(failure.getRequiredType(), root.getMessage())),
        request);
  }

  /** All the rest that Spring tells itself: 404, 405, 406, 413, 415. */
  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    String detail =
        body instanceof ProblemDetail problem ? String.valueOf(problem.getDetail()) : "";
    HttpStatus known = HttpStatus.valueOf(status.value());
    String code = known.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemBody.of(status, code, detail, List.of(), path(request)));
  }

  private static FieldError fieldError(ObjectError error) {
    String allowed = String.valueOf(error.getDefaultMessage());
    return error instanceof org.springframework.validation.FieldError field
        ? new FieldError(
            field.getField(),
            UnreadableBody.shown(field.getField(), field.getRejectedValue()),
            allowed)
        : new FieldError(error.getObjectName(), null, allowed);
  }

  private static FieldError parameterError(
      String name, @Nullable Object value, MessageSourceResolvable error) {
    return new FieldError(
        name, UnreadableBody.shown(name, value), String.valueOf(error.getDefaultMessage()));
  }

  private static ResponseEntity<Object> answer(ProblemException problem, WebRequest request) {
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemBody.of(problem, path(request)));
  }

  private static String path(WebRequest request) {
    return request instanceof ServletWebRequest servlet ? servlet.getRequest().getRequestURI() : "";
  }
}

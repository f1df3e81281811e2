package io.palmyra.platform.web;

import io.palmyra.platform.security.ForEveryone;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what failed outside of controllers: refused by the server itself, or in a filter. */
@RestController
@Hidden
class ProblemErrorController implements ErrorController {
  @RequestMapping("/error")
  @ForEveryone
  ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
    HttpStatus status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
    String code = status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemBody.of(status, code, status.getReasonPhrase() + ".", List.of(), path));
  }

  private static HttpStatus status(Object attribute) {
    HttpStatus status = attribute instanceof Integer code ? HttpStatus.resolve(code) : null;
    // Called directly, there is no error to tell of.
    return status == null ? HttpStatus.NOT_FOUND : status;
  }
}

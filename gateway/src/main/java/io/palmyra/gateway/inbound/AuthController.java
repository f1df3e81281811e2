package io.palmyra.gateway.inbound;

import io.palmyra.gateway.application.LogIns;
import io.palmyra.gateway.application.Session;
import io.palmyra.gateway.application.TokenIssuer;
import io.palmyra.platform.security.CurrentUser;
import io.palmyra.platform.security.ForEveryone;
import io.palmyra.platform.security.ForViewers;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Log-in. */
@RestController
@RequestMapping("/api/v1/auth")
class AuthController {
  private final LogIns logIns;
  private final CurrentUser user;

  AuthController(LogIns logIns, CurrentUser user) {
    this.logIns = logIns;
    this.user = user;
  }

  record Credentials(
      @NotBlank @Size(max = 64) String username, @NotBlank @Size(max = 128) String password) {
    @Override
    public String toString() {
      return "Credentials[" + username + "]";
    }
  }

  record AccessKey(@NotBlank @Size(max = 256) String key) {
    @Override
    public String toString() {
      return "AccessKey[]";
    }
  }

  @PostMapping("/login")
  @ForEveryone
  @Operation(summary = "Log in with name and password")
  Session logIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
    return logIns.logIn(credentials.username(), credentials.password(), request.getRemoteAddr());
  }

  @PostMapping("/token")
  @ForEveryone
  @Operation(summary = "Exchange the access key of this machine's command line for a token")
  Session token(@Valid @RequestBody AccessKey key, HttpServletRequest request) {
    return logIns.exchange(key.key(), request.getRemoteAddr());
  }

  @PostMapping("/renew")
  @ForViewers
  @Operation(summary = "Renew a token that is still good")
  Session renew(@AuthenticationPrincipal Jwt token) {
    Number began = token.getClaim(TokenIssuer.SESSION_CLAIM);
    Instant session = began == null ? Instant.EPOCH : Instant.ofEpochSecond(began.longValue());
    return logIns.renew(user.name(), user.caller().roles(), session);
  }
}

package io.palmyra.gateway.inbound;

import io.palmyra.gateway.application.SigningKeys;
import io.palmyra.platform.security.ForEveryone;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys with which everyone may check tokens. */
@RestController
class KeyController {
  private final SigningKeys keys;

  KeyController(SigningKeys keys) {
    this.keys = keys;
  }

  @GetMapping("/.well-known/jwks.json")
  @ForEveryone
  @Operation(summary = "Public keys that sign tokens, as a JWK set")
  ResponseEntity<Map<String, Object>> jwks() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)))
        .body(keys.publicKeys().toJSONObject());
  }
}

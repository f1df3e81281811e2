package io.palmyra.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.settings.SecuritySettings;
import io.palmyra.testing.TestTokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;

class AccessTokenDecoderTests {
  private final TestTokens issuer = new TestTokens();

  @AfterEach
  void closeIssuer() {
    issuer.close();
  }

  @Test
  void readsWhoATokenSpeaksFor() {
    Caller caller =
        tokens("5m", "5s").check(issuer.forAccounts(List.of("paper"), "TRADER", "VIEWER", "KING"));
    assertThat(caller.name()).isEqualTo("tester");
    assertThat(caller.roles()).containsExactlyInAnyOrder(Role.TRADER, Role.VIEWER);
    assertThat(caller.covers(new AccountId("paper"))).isTrue();
    assertThat(caller.covers(new AccountId("live"))).isFalse();
    assertThat(caller.expiresAt()).isAfter(Clock.systemUTC().instant());
  }

  @TestFactory
  Stream<DynamicTest> refuses() {
    Tokens tokens = tokens("5m", "1ms");
    return issuer.bad().entrySet().stream()
        .map(
            bad ->
                DynamicTest.dynamicTest(
                    bad.getKey(),
                    () ->
                        assertThatThrownBy(() -> tokens.check(bad.getValue()))
                            .isInstanceOf(BadJwtException.class)));
  }

  @Test
  void acceptsNewKeyWithoutRestart() {
    Tokens tokens = tokens("5m", "1ms");
    tokens.check(issuer.withRoles("VIEWER"));
    issuer.rotate();
    assertThatCode(() -> tokens.check(issuer.withRoles("VIEWER"))).doesNotThrowAnyException();
  }

  @Test
  void refusesWithdrawnKeyOnceCacheIsOld() {
    Tokens tokens = tokens("300ms", "1ms");
    String old = issuer.withRoles("VIEWER");
    tokens.check(old);
    issuer.rotate();
    issuer.withdrawOldKeys();
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () -> assertThatThrownBy(() -> tokens.check(old)).isInstanceOf(BadJwtException.class));
  }

  @Test
  void knownKeysServeWhileIssuerIsSilent() {
    Tokens tokens = tokens("50ms", "1ms");
    String token = issuer.withRoles("VIEWER");
    tokens.check(token);
    issuer.silent(true);
    int before = issuer.fetches();
    await()
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              tokens.check(token);
              return issuer.fetches() > before + 2;
            });
  }

  @Test
  void stormOfUnknownKeysHardlyReachesIssuer() {
    Tokens tokens = tokens("5m", "10s");
    tokens.check(issuer.withRoles("VIEWER"));
    String unknown = issuer.bad().get("unknown kid");
    IntStream.range(0, 500)
        .forEach(
            i ->
                assertThatThrownBy(() -> tokens.check(unknown))
                    .isInstanceOf(BadJwtException.class));
    assertThat(issuer.fetches()).isLessThanOrEqualTo(3);
    assertThatCode(() -> tokens.check(issuer.withRoles("VIEWER"))).doesNotThrowAnyException();
  }

  @Test
  void withoutAnyKeyNoTokenIsCalledBad() {
    issuer.silent(true);
    Tokens tokens = tokens("5m", "1ms");
    assertThatThrownBy(() -> tokens.check(issuer.withRoles("VIEWER")))
        .isInstanceOf(JwtException.class)
        .isNotInstanceOf(BadJwtException.class);
    issuer.silent(false);
    assertThatCode(() -> tokens.check(issuer.withRoles("VIEWER"))).doesNotThrowAnyException();
  }

  private Tokens tokens(String keysFor, String keysAtMostEvery) {
    var settings =
        new SecuritySettings(
            URI.create(issuer.jwkSetUri()),
            TestTokens.ISSUER,
            TestTokens.AUDIENCE,
            duration(keysFor),
            duration(keysAtMostEvery),
            Duration.ofSeconds(5));
    return new Tokens(
        AccessTokenDecoder.of(new GatewayKeys(settings), settings, Clock.systemUTC()));
  }

  private static Duration duration(String text) {
    return org.springframework.boot.convert.DurationStyle.detectAndParse(text);
  }
}

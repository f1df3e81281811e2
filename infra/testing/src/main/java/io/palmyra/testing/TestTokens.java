package io.palmyra.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An issuer like the gateway: signs tokens, publishes its keys over HTTP, counts who fetches them,
 * and can rotate them or fall silent. Thread-safe.
 */
public final class TestTokens implements AutoCloseable {
  /** What tokens name as issuer. */
  public static final String ISSUER = "palmyra";

  /** What tokens name as audience. */
  public static final String AUDIENCE = "palmyra-services";

  private static final Duration LIFE = Duration.ofMinutes(15);
  private static @Nullable TestTokens shared;

  private final HttpServer http;
  private volatile List<ECKey> keys = List.of();
  private final AtomicInteger fetches = new AtomicInteger();
  private final AtomicInteger made = new AtomicInteger();
  private volatile boolean silent;

  /** An issuer of its own, for tests that rotate keys. */
  public TestTokens() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/jwks.json", this::serve);
    http.setExecutor(task -> Thread.ofVirtual().start(task));
    http.start();
    rotate();
  }

  /** The issuer that services under test trust. */
  public static synchronized TestTokens shared() {
    if (shared == null) {
      shared = new TestTokens();
    }
    return shared;
  }

  /** Where the keys are published. */
  public String jwkSetUri() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/jwks.json";
  }

  /** A good token of a user with these roles for all accounts. */
  public String withRoles(String... roles) {
    return sign(claims("tester", List.of("*"), roles).build());
  }

  /** A good token of a user with these roles for some accounts. */
  public String forAccounts(List<String> accounts, String... roles) {
    return sign(claims("tester", accounts, roles).build());
  }

  /** A good token of a named user with these roles for all accounts. */
  public String of(String user, String... roles) {
    return sign(claims(user, List.of("*"), roles).build());
  }

  /** Claims as the gateway makes them, to be changed before {@link #sign}. */
  public JWTClaimsSet.Builder claims(String user, List<String> accounts, String... roles) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject(user)
        .claim("roles", List.of(roles))
        .claim("accounts", accounts)
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFE)));
  }

  /** Signs claims as an access token with the newest key. */
  public String sign(JWTClaimsSet claims) {
    return sign(header(key()).build(), claims, key());
  }

  /** Every token that must be refused, by what is wrong with it. */
  public Map<String, String> bad() {
    return new BadTokens(this).all();
  }

  /** Makes a new key and signs with it from now on; the ones before stay published. */
  public synchronized void rotate() {
    try {
      var longer = new ArrayList<ECKey>();
      longer.add(
          new ECKeyGenerator(Curve.P_256).keyID("test-" + made.incrementAndGet()).generate());
      longer.addAll(keys);
      keys = List.copyOf(longer);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Publishes the newest key only. */
  public synchronized void withdrawOldKeys() {
    keys = List.of(key());
  }

  /** Whether to answer with an error instead of the keys. */
  public void silent(boolean now) {
    silent = now;
  }

  /** How often the keys were asked for. */
  public int fetches() {
    return fetches.get();
  }

  @Override
  public void close() {
    http.stop(0);
  }

  ECKey key() {
    return keys.getFirst();
  }

  static JWSHeader.Builder header(ECKey key) {
    return new JWSHeader.Builder(JWSAlgorithm.ES256)
        .type(new JOSEObjectType("at+jwt"))
        .keyID(key.getKeyID());
  }

  static String sign(JWSHeader header, JWTClaimsSet claims, ECKey key) {
    try {
      var token = new SignedJWT(header, claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    fetches.incrementAndGet();
    String set =
        keys.stream()
            .map(key -> key.toPublicJWK().toJSONString())
            .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    byte[] body = silent ? new byte[0] : set.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(silent ? 503 : 200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}

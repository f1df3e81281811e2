package io.palmyra.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tokens that nobody may accept: forged, foreign, outdated or of another kind. */
final class BadTokens {
  private static final String[] ALL_ROLES = {"VIEWER", "TRADER", "RISK_MANAGER", "ADMIN"};
  private static final Duration LONG = Duration.ofMinutes(30);

  private final TestTokens issuer;
  private final ECKey key;
  private final ECKey foreign;

  BadTokens(TestTokens issuer) {
    this.issuer = issuer;
    this.key = issuer.key();
    try {
      this.foreign = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, String> all() {
    Instant now = Instant.now();
    String good = issuer.sign(claims().build());
    var tokens = new LinkedHashMap<String, String>();
    tokens.put("algorithm none", new PlainJWT(claims().build()).serialize());
    tokens.put("HS256 signed with the public key", hmacWithPublicKey());
    tokens.put("signed with a foreign key under our kid", signed(header(), foreign));
    tokens.put("unknown kid", signed(header().keyID("nobody"), key));
    tokens.put("no kid", signed(header().keyID(null), key));
    tokens.put("own key in the header (jwk)", signed(header().jwk(foreign.toPublicJWK()), foreign));
    tokens.put(
        "own key set in the header (jku)",
        signed(header().jwkURL(URI.create("http://127.0.0.1:9/jwks.json")), foreign));
    tokens.put("expired", issuer.sign(claims().expirationTime(Date.from(now.minus(LONG))).build()));
    tokens.put("without expiry", issuer.sign(claims().expirationTime(null).build()));
    tokens.put(
        "not yet valid", issuer.sign(claims().notBeforeTime(Date.from(now.plus(LONG))).build()));
    tokens.put("other issuer", issuer.sign(claims().issuer("somebody").build()));
    tokens.put("other audience", issuer.sign(claims().audience("others").build()));
    tokens.put("without audience", issuer.sign(claims().audience((String) null).build()));
    tokens.put("without subject", issuer.sign(claims().subject(null).build()));
    tokens.put("an id token", signed(header().type(JOSEObjectType.JWT), key));
    tokens.put("without type", signed(header().type(null), key));
    tokens.put("without signature", good.substring(0, good.lastIndexOf('.') + 1));
    tokens.put("one bit of the signature flipped", flipped(good, good.lastIndexOf('.') + 10));
    tokens.put("one bit of the claims flipped", flipped(good, good.indexOf('.') + 20));
    tokens.put("not a token", "letmein");
    return tokens;
  }

  private JWTClaimsSet.Builder claims() {
    return issuer.claims("mallory", List.of("*"), ALL_ROLES);
  }

  private JWSHeader.Builder header() {
    return TestTokens.header(key);
  }

  private String signed(JWSHeader.Builder header, ECKey by) {
    return TestTokens.sign(header.build(), claims().build(), by);
  }

  private String hmacWithPublicKey() {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.HS256)
              .type(new JOSEObjectType("at+jwt"))
              .keyID(key.getKeyID())
              .build();
      var token = new SignedJWT(header, claims().build());
      token.sign(new MACSigner(key.toPublicKey().getEncoded()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String flipped(String token, int at) {
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }
}

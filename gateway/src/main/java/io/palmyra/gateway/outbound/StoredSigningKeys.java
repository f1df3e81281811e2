package io.palmyra.gateway.outbound;

import com.nimbusds.jose.jwk.ECKey;
import io.palmyra.gateway.GatewayProperties;
import io.palmyra.gateway.application.SigningKey;
import io.palmyra.gateway.application.SigningKeyStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signing keys in the database, the private half encrypted. */
@Component
class StoredSigningKeys implements SigningKeyStore {
  private final JdbcClient jdbc;
  private final KeyCipher cipher;

  StoredSigningKeys(JdbcClient jdbc, GatewayProperties properties) {
    this.jdbc = jdbc;
    try {
      this.cipher = new KeyCipher(Files.readString(properties.keyEncryptionKeyFile()).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "palmyra.gateway.key-encryption-key-file "
              + properties.keyEncryptionKeyFile()
              + " cannot be read",
          e);
    }
  }

  @Override
  public List<SigningKey> publishedAt(Instant moment) {
    return jdbc.sql(
            "select kid, private_jwk_encrypted, signs_from, published_until from signing_key"
                + " where published_until > ? order by signs_from")
        .param(Timestamp.from(moment))
        .query(this::read)
        .list();
  }

  @Override
  public void add(SigningKey key, Instant now) {
    ECKey jwk = key.key();
    jdbc.sql(
            "insert into signing_key (kid, public_jwk, private_jwk_encrypted, created_at,"
                + " signs_from, published_until) values (?, ?, ?, ?, ?, ?)")
        .params(
            List.of(
                jwk.getKeyID(),
                jwk.toPublicJWK().toJSONString(),
                cipher.encrypt(jwk.toJSONString(), jwk.getKeyID()),
                Timestamp.from(now),
                Timestamp.from(key.signsFrom()),
                Timestamp.from(key.publishedUntil())))
        .update();
  }

  private SigningKey read(ResultSet row, int number) throws SQLException {
    String kid = row.getString(1);
    try {
      return new SigningKey(
          ECKey.parse(cipher.decrypt(row.getBytes(2), kid)),
          row.getTimestamp(3).toInstant(),
          row.getTimestamp(4).toInstant());
    } catch (ParseException e) {
      throw new IllegalStateException("signing key " + kid + " is not a JWK", e);
    }
  }
}

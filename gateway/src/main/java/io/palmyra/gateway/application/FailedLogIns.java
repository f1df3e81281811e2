package io.palmyra.gateway.application;

import io.palmyra.platform.web.Problems;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Counts failed log-ins by address, in Redis and so over all replicas: more than 10 within an hour
 * ban the address for an hour.
 *
 * <p>Where Redis does not answer, log-ins are refused: the count is what keeps passwords from being
 * guessed.
 */
public final class FailedLogIns {
  /** Failures within the window that are borne. */
  public static final int ALLOWED = 10;

  private static final Logger LOG = LoggerFactory.getLogger(FailedLogIns.class);
  private static final Duration WINDOW = Duration.ofHours(1);

  private final StringRedisTemplate redis;

  public FailedLogIns(StringRedisTemplate redis) {
    this.redis = redis;
  }

  /**
   * Lets an address go on, unless it is banned.
   *
   * @throws io.palmyra.platform.web.ProblemException 429 if it is, 503 if that can't be told
   */
  public void requireNotBanned(String address) {
    try {
      String count = redis.opsForValue().get(key(address));
      if (count != null && Long.parseLong(count) > ALLOWED) {
        throw Problems.tooMany("Too many failed log-ins from this address. Try again in an hour.");
      }
    } catch (RedisConnectionFailureException | RedisSystemException | QueryTimeoutException e) {
      LOG.error("log-in refused: Redis does not answer", e);
      throw Problems.unavailable("Log-in is not possible now: its limits cannot be checked.");
    }
  }

  /** Counts a failure; the ban lasts an hour from the last one. */
  public void failed(String address) {
    redis.opsForValue().increment(key(address));
    redis.expire(key(address), WINDOW);
  }

  /** Forgets the failures of an address. */
  public void succeeded(String address) {
    redis.delete(key(address));
  }

  private static String key(String address) {
    return "gateway:failed-log-ins:" + address;
  }
}

package io.palmyra.gateway.outbound;

import io.palmyra.gateway.application.FailedLogIns;
import io.palmyra.platform.web.Problems;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Counts failed log-ins in Redis, and so over all replicas. */
@Component
final class RedisFailedLogIns implements FailedLogIns {
  private static final Logger LOG = LoggerFactory.getLogger(RedisFailedLogIns.class);
  private static final Duration WINDOW = Duration.ofHours(1);

  private final StringRedisTemplate redis;

  RedisFailedLogIns(StringRedisTemplate redis) {
    this.redis = redis;
  }

  @Override
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

  @Override
  public void failed(String address) {
    redis.opsForValue().increment(key(address));
    redis.expire(key(address), WINDOW);
  }

  @Override
  public void succeeded(String address) {
    redis.delete(key(address));
  }

  private static String key(String address) {
    return "gateway:failed-log-ins:" + address;
  }
}

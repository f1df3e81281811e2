package io.palmyra.marketdata.outbound;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.marketdata.application.QuoteCache;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Last quotes in Redis: one text a key, for a while. */
public final class RedisQuoteCache implements QuoteCache {
  private static final String PREFIX = "market-data:quote:";

  private final StringRedisTemplate redis;
  private final Duration ttl;

  /**
   * @param ttl how long a quote stays
   */
  public RedisQuoteCache(StringRedisTemplate redis, Duration ttl) {
    this.redis = redis;
    this.ttl = ttl;
  }

  @Override
  @SuppressWarnings("NullAway") // A pipelined callback must return null.
  public void save(Collection<QuoteTick> quotes) {
    redis.executePipelined(
        (RedisCallback<Object>)
            connection -> {
              quotes.forEach(quote -> set(connection, quote));
              return null;
            });
  }

  @Override
  public List<QuoteTick> find(Collection<InstrumentId> instruments) {
    List<String> keys = instruments.stream().map(id -> PREFIX + id.value()).toList();
    List<String> values = redis.opsForValue().multiGet(keys);
    var quotes = new ArrayList<QuoteTick>();
    for (String value : values == null ? List.<String>of() : values) {
      if (value != null) {
        quotes.add(read(value));
      }
    }
    return quotes;
  }

  private void set(RedisConnection connection, QuoteTick quote) {
    connection
        .stringCommands()
        .setEx(bytes(PREFIX + quote.instrument().value()), ttl.toSeconds(), bytes(write(quote)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String write(QuoteTick quote) {
    return String.join(
        "|",
        quote.instrument().value(),
        quote.bid().toString(),
        quote.ask().toString(),
        quote.bidSize().toString(),
        quote.askSize().toString(),
        quote.time().toString(),
        quote.provider());
  }

  private static QuoteTick read(String text) {
    String[] parts = text.split("\\|");
    return new QuoteTick(
        new InstrumentId(parts[0]),
        Price.of(parts[1]),
        Price.of(parts[2]),
        Quantity.of(parts[3]),
        Quantity.of(parts[4]),
        Instant.parse(parts[5]),
        parts[6]);
  }
}

package io.palmyra.marketdata.outbound;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.marketdata.application.QuoteCache;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** Last quotes in Redis: one text a key, for a while. */
public final class RedisQuoteCache implements QuoteCache {
  private static final String PREFIX = "market-data:quote:";

  /** All in one round trip, on the connection that is there. */
  private static final RedisScript<Void> SAVE =
      RedisScript.of(
          "for i, key in ipairs(KEYS) do redis.call('SET', key, ARGV[i + 1], 'EX', ARGV[1]) end");

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
  public void save(Collection<QuoteTick> quotes) {
    var keys = new ArrayList<String>();
    var arguments = new ArrayList<String>();
    arguments.add(Long.toString(ttl.toSeconds()));
    for (QuoteTick quote : quotes) {
      keys.add(PREFIX + quote.instrument().value());
      arguments.add(write(quote));
    }
    redis.execute(SAVE, keys, arguments.toArray());
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

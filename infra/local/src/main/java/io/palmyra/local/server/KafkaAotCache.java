package io.palmyra.local.server;

import io.palmyra.local.process.AotCache;
import java.util.List;

/** Arguments that make the broker start from an ahead-of-time cache, where one was made. */
final class KafkaAotCache {
  private KafkaAotCache() {}

  static List<String> arguments() {
    return AotCache.ofProperty("palmyra.kafka.aot-cache")
        .map(AotCache::arguments)
        .orElse(List.of());
  }
}

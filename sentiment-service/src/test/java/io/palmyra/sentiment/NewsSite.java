package io.palmyra.sentiment;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A site with news that a service under test reads. */
final class NewsSite {
  /** Feed names, which are their paths too; each speaks of one instrument by its keyword. */
  static final List<String> FEEDS =
      List.of("good", "throttled", "failing", "broken", "xxe", "large", "aging", "mixed", "moved");

  private static final int READ_AT_MOST = 16_384;

  final WireMockServer http = new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private int feeds;

  NewsSite() {
    http.start();
  }

  void configure(DynamicPropertyRegistry settings) {
    FEEDS.forEach(name -> feed(settings, name, url(name)));
    feed(settings, "closed", "http://127.0.0.1:1/rss");
    settings.add("palmyra.sentiment.poll-interval", () -> "200ms");
    settings.add("palmyra.sentiment.first-back-off", () -> "200ms");
    settings.add("palmyra.sentiment.maximum-back-off", () -> "1s");
    settings.add("palmyra.sentiment.ttl", () -> "2h");
    settings.add("palmyra.sentiment.half-life", () -> "30m");
    settings.add("palmyra.sentiment.maximum-bytes", () -> String.valueOf(READ_AT_MOST));
  }

  private void feed(DynamicPropertyRegistry settings, String name, String url) {
    String prefix = "palmyra.sentiment.feeds[" + feeds++ + "].";
    settings.add(prefix + "name", () -> name);
    settings.add(prefix + "url", () -> url);
    settings.add(prefix + "instruments[0].instrument", () -> instrument(name));
    settings.add(prefix + "instruments[0].keywords", () -> "thing");
  }

  String url(String path) {
    return http.baseUrl() + "/" + path;
  }

  /** The instrument that a feed speaks of. */
  static String instrument(String feed) {
    return feed.toUpperCase(java.util.Locale.ROOT) + ".SIM";
  }

  static String rss(String... items) {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title><link>l</link>"
        + "<description>d</description>"
        + String.join("", items)
        + "</channel></rss>";
  }

  static String item(String guid, String title, Instant publishedAt) {
    return "<item><guid isPermaLink=\"false\">%s</guid><title>%s</title><pubDate>%s</pubDate></item>"
        .formatted(
            guid,
            title,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(publishedAt.atOffset(ZoneOffset.UTC)));
  }
}

package io.palmyra.sentiment.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rometools.rome.io.FeedException;
import io.palmyra.sentiment.application.NewsItem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTests {
  private final FeedParser parser = new FeedParser();

  @Test
  void readsRss() throws FeedException {
    List<NewsItem> items =
        rss(
            """
            <item><title>Euro &amp; pound &lt;b&gt;gain&lt;/b&gt;</title>
              <link>https://news.test/1</link><guid>n-1</guid>
              <description><![CDATA[<p>Traders are<br/>optimistic</p>]]></description>
              <pubDate>Mon, 05 Jan 2026 12:00:00 GMT</pubDate></item>
            """);

    assertThat(items)
        .containsExactly(
            new NewsItem(
                "n-1",
                "Euro & pound gain",
                "Traders are optimistic",
                Instant.parse("2026-01-05T12:00:00Z"),
                "https://news.test/1"));
  }

  @Test
  void readsAtom() throws FeedException {
    List<NewsItem> items =
        parse(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>f</id>
              <entry><id>urn:1</id><title>Palm oil falls</title>
                <updated>2026-01-05T12:00:00Z</updated><summary>Weak demand</summary></entry>
            </feed>
            """);

    assertThat(items)
        .containsExactly(
            new NewsItem(
                "urn:1",
                "Palm oil falls",
                "Weak demand",
                Instant.parse("2026-01-05T12:00:00Z"),
                "Palm oil falls"));
  }

  @Test
  void inventsNoDateAndCitesNoScript() throws FeedException {
    NewsItem item =
        rss("<item><title>Euro gains</title><link>javascript:alert(1)</link></item>").getFirst();

    assertThat(item.publishedAt()).isNull();
    assertThat(item.citation()).isEqualTo("Euro gains");
  }

  @Test
  void passesOverEntriesWithoutTitleAndBoundsTheRest() throws FeedException {
    assertThat(rss("<item><description>no title</description></item>")).isEmpty();
    NewsItem item = rss("<item><title>" + "long ".repeat(5000) + "</title></item>").getFirst();
    assertThat(item.title()).hasSizeLessThanOrEqualTo(2000);
    assertThat(item.key()).hasSizeLessThanOrEqualTo(200);
    assertThat(rss("<item><title>many</title></item>".repeat(2000))).hasSize(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel>"
            + "<item><title>Euro gains &x;</title></item></channel></rss>",
        "<!DOCTYPE rss [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><rss version='2.0'><channel>"
            + "<item><title>Euro gains &b;</title></item></channel></rss>",
        "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:1/evil.dtd'><rss version='2.0'><channel/></rss>",
        "<!DOCTYPE rss><rss version='2.0'><channel><item><title>x</title></item></channel></rss>"
      })
  void refusesDocumentTypes(String document) {
    assertThatThrownBy(() -> parse(document))
        .isInstanceOf(FeedException.class)
        .hasStackTraceContaining("DOCTYPE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<rss", "<html><body>Sorry</body></html>", "{\"json\":true}", "<a/>"})
  void refusesWhatIsNoFeed(String document) {
    assertThatThrownBy(() -> parse(document)).isInstanceOf(FeedException.class);
  }

  private List<NewsItem> rss(String items) throws FeedException {
    return parse(
        "<rss version=\"2.0\"><channel><title>t</title><link>l</link><description>d</description>"
            + items
            + "</channel></rss>");
  }

  private List<NewsItem> parse(String document) throws FeedException {
    return parser.parse(document.getBytes(StandardCharsets.UTF_8), "application/xml");
  }
}

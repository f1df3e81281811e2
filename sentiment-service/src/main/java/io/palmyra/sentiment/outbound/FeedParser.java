package io.palmyra.sentiment.outbound;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.palmyra.sentiment.application.NewsItem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS and Atom. A document type is refused, and with it every entity of an author's own, so
 * that a feed can neither read our files nor grow in our memory.
 */
final class FeedParser {
  private static final int MOST_ENTRIES = 500;
  private static final int LONGEST_TEXT = 2000;
  private static final int LONGEST_KEY = 200;
  private static final Pattern TAG = Pattern.compile("<[^<>]*>");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

  /**
   * The entries of a feed.
   *
   * @param contentType as the server says, null without
   * @throws FeedException when it is no feed or may not be trusted
   */
  List<NewsItem> parse(byte[] document, @Nullable String contentType) throws FeedException {
    var input = new SyndFeedInput();
    input.setAllowDoctypes(false);
    input.setXmlHealerOn(false);
    try (var text = new XmlReader(new ByteArrayInputStream(document), contentType, true)) {
      return input.build(text).getEntries().stream()
          .limit(MOST_ENTRIES)
          .flatMap(FeedParser::item)
          .toList();
    } catch (IOException | IllegalArgumentException e) {
      throw new FeedException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Stream<NewsItem> item(SyndEntry entry) {
    String title = plain(entry.getTitle());
    if (title.isEmpty()) {
      return Stream.empty();
    }
    String description =
        entry.getDescription() == null ? "" : plain(entry.getDescription().getValue());
    Date date = Optional.ofNullable(entry.getPublishedDate()).orElse(entry.getUpdatedDate());
    String link = plain(entry.getLink());
    String key =
        Stream.of(plain(entry.getUri()), link, title)
            .filter(it -> !it.isEmpty())
            .findFirst()
            .orElse(title);
    return Stream.of(
        new NewsItem(
            bounded(key),
            title,
            description,
            date == null ? null : date.toInstant(),
            link.startsWith("http://") || link.startsWith("https://") ? link : title));
  }

  private static String bounded(String key) {
    return key.length() <= LONGEST_KEY
        ? key
        : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String plain(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String start = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    return SPACE.matcher(TAG.matcher(start).replaceAll(" ")).replaceAll(" ").strip();
  }
}

package io.palmyra.venue.application;

import io.palmyra.venue.application.NewsDesk.Headline;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Headlines as an RSS 2.0 document. */
final class NewsFeed {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private NewsFeed() throws XMLStreamException {
    xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
  }

  static String of(List<Headline> headlines) {
    try {
      return new NewsFeed().write(headlines);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("news could not be written", e);
    }
  }

  private String write(List<Headline> headlines) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("rss");
    xml.writeAttribute("version", "2.0");
    xml.writeStartElement("channel");
    element("title", "Simulated venue: market news");
    element("link", "http://127.0.0.1/news");
    element("description", "What the prices of the simulated venue did");
    for (Headline headline : headlines) {
      item(headline);
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return text.toString();
  }

  private void item(Headline headline) throws XMLStreamException {
    xml.writeStartElement("item");
    element("title", headline.title());
    element("description", headline.description());
    xml.writeStartElement("guid");
    xml.writeAttribute("isPermaLink", "false");
    xml.writeCharacters(headline.guid());
    xml.writeEndElement();
    element("pubDate", rfc1123(headline.at()));
    xml.writeEndElement();
  }

  private void element(String name, String content) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(content);
    xml.writeEndElement();
  }

  private static String rfc1123(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }
}

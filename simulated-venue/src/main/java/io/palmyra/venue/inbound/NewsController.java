package io.palmyra.venue.inbound;

import io.palmyra.platform.security.ForEveryone;
import io.palmyra.venue.application.NewsDesk;
import io.swagger.v3.oas.annotations.Operation;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The venue's news, as RSS 2.0. */
@RestController
class NewsController {
  private final NewsDesk desk;

  NewsController(NewsDesk desk) {
    this.desk = desk;
  }

  @ForEveryone
  @Operation(summary = "Headlines about the moves of the venue's own prices, as RSS 2.0")
  @GetMapping(path = "/news/rss", produces = "application/rss+xml")
  String news() throws XMLStreamException {
    var text = new StringWriter();
    XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("rss");
    xml.writeAttribute("version", "2.0");
    xml.writeStartElement("channel");
    element(xml, "title", "Simulated venue: market news");
    element(xml, "link", "http://127.0.0.1/news");
    element(xml, "description", "What the prices of the simulated venue did");
    for (NewsDesk.Headline headline : desk.headlines()) {
      item(xml, headline);
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return text.toString();
  }

  private static void item(XMLStreamWriter xml, NewsDesk.Headline headline)
      throws XMLStreamException {
    xml.writeStartElement("item");
    element(xml, "title", headline.title());
    element(xml, "description", headline.description());
    xml.writeStartElement("guid");
    xml.writeAttribute("isPermaLink", "false");
    xml.writeCharacters(headline.guid());
    xml.writeEndElement();
    element(xml, "pubDate", rfc1123(headline.at()));
    xml.writeEndElement();
  }

  private static String rfc1123(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}

package io.palmyra.venue.inbound;

import io.palmyra.platform.security.ForEveryone;
import io.palmyra.venue.application.NewsDesk;
import io.swagger.v3.oas.annotations.Operation;
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
  String news() {
    return desk.rss();
  }
}

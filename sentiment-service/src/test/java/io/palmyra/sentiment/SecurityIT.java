package io.palmyra.sentiment;

import io.palmyra.testing.SecurityContract;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = {
      "palmyra.sentiment.feeds[0].name=closed",
      "palmyra.sentiment.feeds[0].url=http://127.0.0.1:1/rss",
      "palmyra.sentiment.feeds[0].instruments[0].instrument=EURUSD.SIM",
      "palmyra.sentiment.feeds[0].instruments[0].keywords=euro"
    })
class SecurityIT extends SecurityContract {
  @Override
  protected String readablePath() {
    return "/api/v1/sentiment?instrument=EURUSD.SIM";
  }
}

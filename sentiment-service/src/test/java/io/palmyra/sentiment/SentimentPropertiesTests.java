package io.palmyra.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class SentimentPropertiesTests {
  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withUserConfiguration(Settings.class)
          .withPropertyValues(
              "palmyra.sentiment.feeds[0].name=news",
              "palmyra.sentiment.feeds[0].url=https://news.test/rss",
              "palmyra.sentiment.feeds[0].instruments[0].instrument=EURUSD.SIM",
              "palmyra.sentiment.feeds[0].instruments[0].keywords=euro,eurusd");

  @Configuration
  @EnableConfigurationProperties(SentimentProperties.class)
  static class Settings {}

  @Test
  void acceptsAFeedWithItsInstruments() {
    context.run(
        it -> {
          var settings = it.getBean(SentimentProperties.class);
          assertThat(settings.feeds().getFirst().instruments().getFirst().keywords())
              .containsExactly("euro", "eurusd");
          assertThat(settings.ttl()).isGreaterThan(settings.halfLife());
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feeds[0].name=Not A Name | feeds[0].name",
        "feeds[0].url=file:///etc/passwd | http://",
        "feeds[0].instruments[0].instrument=euro | feeds[0].instruments[0].instrument",
        "feeds[0].instruments[0].keywords= | feeds[0].instruments[0].keywords",
        "ttl=0s | ttl",
        "half-life=-1s | halfLife",
        "maximum-bytes=10 | maximumBytes",
        "maximum-headlines=0 | maximumHeadlines",
        "poll-interval=1ms | pollInterval"
      })
  void refusesByName(String setting, String named) {
    context
        .withPropertyValues("palmyra.sentiment." + setting)
        .run(it -> assertThat(it).getFailure().hasStackTraceContaining(named));
  }

  @Test
  void refusesTwoFeedsOfOneName() {
    context
        .withPropertyValues(
            "palmyra.sentiment.feeds[1].name=news",
            "palmyra.sentiment.feeds[1].url=https://other.test/rss",
            "palmyra.sentiment.feeds[1].instruments[0].instrument=EURUSD.SIM",
            "palmyra.sentiment.feeds[1].instruments[0].keywords=euro")
        .run(it -> assertThat(it).getFailure().hasStackTraceContaining("names of feeds"));
  }
}

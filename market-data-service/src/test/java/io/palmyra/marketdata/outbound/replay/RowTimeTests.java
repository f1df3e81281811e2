package io.palmyra.marketdata.outbound.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowTimeTests {
  private final RowTime utc = new RowTime(ZoneId.of("UTC"), null);

  @ParameterizedTest
  @CsvSource({
    "2020-12-15, 2020-12-15T00:00:00Z",
    "2020-12-15 09:30, 2020-12-15T09:30:00Z",
    "2020-12-15T09:30:15, 2020-12-15T09:30:15Z",
    "2020-12-15T09:30:15Z, 2020-12-15T09:30:15Z",
    "2020-12-15T09:30:15.250+08:00, 2020-12-15T01:30:15.250Z",
    "2012-02-01 00:01:00+00:00, 2012-02-01T00:01:00Z",
    "2021-12-31 23:01:00.000000, 2021-12-31T23:01:00Z",
    "20190125 23:00, 2019-01-25T23:00:00Z",
    "20190125, 2019-01-25T00:00:00Z",
    "06/15/2026, 2026-06-15T00:00:00Z",
    "1/3/2017, 2017-01-03T00:00:00Z",
    "01/03/17, 2017-01-03T00:00:00Z",
    "15.6.2026 8:05:01, 2026-06-15T08:05:01Z",
    "1400000000, 2014-05-13T16:53:20Z",
    "1400000000123, 2014-05-13T16:53:20.123Z"
  })
  void readsTimesAsFilesWriteThem(String text, String moment) throws BadRowException {
    assertThat(utc.parse(text)).isEqualTo(moment);
  }

  @Test
  void readsTimesWithoutOffsetInTheZoneOfTheSettings() throws BadRowException {
    var malaysia = new RowTime(ZoneId.of("Asia/Kuala_Lumpur"), null);
    assertThat(malaysia.parse("2020-12-15 09:30")).isEqualTo("2020-12-15T01:30:00Z");
    assertThat(malaysia.parse("2020-12-15T09:30:00Z")).isEqualTo("2020-12-15T09:30:00Z");
  }

  @Test
  void triesOnlyThePatternThatIsGiven() throws BadRowException {
    var european = new RowTime(ZoneId.of("UTC"), "d/M/yyyy");
    assertThat(european.parse("3/1/2017")).isEqualTo("2017-01-03T00:00:00Z");
    assertThatThrownBy(() -> european.parse("2017-01-03")).isInstanceOf(BadRowException.class);
  }

  @Test
  void refusesWhatIsNoTime() {
    for (String text :
        new String[] {"", "soon", "2020-02-31x", "2020-13-01", "99999999999999999"}) {
      assertThatThrownBy(() -> utc.parse(text)).isInstanceOf(BadRowException.class);
    }
  }
}

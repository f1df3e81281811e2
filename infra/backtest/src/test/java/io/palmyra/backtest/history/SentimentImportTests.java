package io.palmyra.backtest.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.sentiment.SentimentScored;
import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentimentImportTests {
  private static final String HEADER = "knownAt,instrument,score,confidence,source\n";
  private static final String FIRST = "2026-01-05T10:00:00Z,GOLD.TEST,0.5,0.8,wire\n";

  @TempDir Path dir;

  private Sentiment read(String text) {
    try {
      Path file = Files.writeString(dir.resolve("scores.csv"), text);
      return SentimentImport.read(file, new InstrumentId("GOLD.TEST"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void takesARowAsItStands() {
    SentimentScored score = read(HEADER + FIRST).scores().getFirst();
    assertThat(score.knownAt()).isEqualTo("2026-01-05T10:00:00Z");
    assertThat(score.validUntil()).isEqualTo("2026-01-05T16:00:00Z");
    assertThat(score.score()).isEqualTo(0.5);
    assertThat(score.confidence()).isEqualTo(0.8);
    assertThat(score.source()).isEqualTo("wire");
  }

  @Test
  void aRowWithoutAnInstrumentIsOfTheOnePlayedAndOthersAreCounted() {
    Sentiment read =
        read(
            HEADER
                + "2026-01-05T10:00:00Z,,0.5,0.8,wire\n"
                + "2026-01-05T10:00:00Z,OIL.TEST,0.5,0.8,wire\n");
    assertThat(read.scores()).hasSize(1);
    assertThat(read.others()).isEqualTo(1);
    assertThat(read.rejected()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-05T09:59:59Z,GOLD.TEST,0.5,0.8,wire|OUT_OF_ORDER",
        "2026-01-05T10:00:00Z,GOLD.TEST,0.6,0.8,wire|DUPLICATE_TIME",
        "2026-01-05T11:00:00Z,GOLD.TEST,1.01,0.8,wire|SCORE_OUT_OF_RANGE",
        "2026-01-05T11:00:00Z,GOLD.TEST,NaN,0.8,wire|SCORE_OUT_OF_RANGE",
        "2026-01-05T11:00:00Z,GOLD.TEST,0.5,-0.1,wire|SCORE_OUT_OF_RANGE",
        "2026-01-05T11:00:00Z,GOLD.TEST,good,0.8,wire|BAD_SCORE",
        "2026-01-05T11:00:00Z,GOLD.TEST,0.5,0.8,|BAD_NAME",
        "yesterday,GOLD.TEST,0.5,0.8,wire|BAD_TIME",
        "2026-01-05T11:00:00Z,GOLD.TEST,0.5|CELLS_MISSING",
      })
  void aBadRowIsReportedAndTheRestTaken(String row, RejectReason why) {
    Sentiment read = read(HEADER + FIRST + row + "\n2026-01-05T12:00:00Z,,0.1,1,wire\n");
    assertThat(read.scores()).hasSize(2);
    assertThat(read.rejected()).containsExactly(new ImportReport.Rejected(3, why, row));
    assertThat(read.inWords()).contains("2 scores of scores.csv", "of 3 rows 1 were not taken");
  }

  @Test
  void aScoreThatIsNeverValidIsReported() {
    assertThat(
            read("""
                known_at,score,confidence,source,valid until
                2026-01-05T10:00:00Z,0.5,1,wire,2026-01-05T10:00:00Z
                """)
                .rejected())
        .extracting(ImportReport.Rejected::reason)
        .containsExactly(RejectReason.NEVER_VALID);
  }

  @Test
  void aDayDoesNotSayWhenAScoreWasKnown() {
    assertThatThrownBy(() -> read(HEADER + "2026-01-05,GOLD.TEST,0.5,0.8,wire\n"))
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("'2026-01-05'; allowed: a moment, with its time of day");
  }

  @Test
  void aColumnThatIsMissingIsNamed() {
    assertThatThrownBy(() -> read("knownAt,score,source\n"))
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("no column confidence");
  }
}

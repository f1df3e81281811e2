package io.palmyra.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.backtest.parity.Difference;
import io.palmyra.backtest.parity.FillLine;
import io.palmyra.backtest.parity.FillsReport;
import io.palmyra.backtest.parity.InstanceReport;
import io.palmyra.backtest.parity.OrdersReport;
import io.palmyra.backtest.parity.ParityReport;
import io.palmyra.backtest.parity.Score;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParityPageTests {
  private static FillLine matched(double ticks) {
    return new FillLine(
        "matched",
        "BUY",
        "10:00:01",
        "10:00:00",
        "1.2",
        "1.1",
        "1",
        "1",
        ticks,
        5.0,
        1000L,
        "late");
  }

  private final ParityReport report =
      new ParityReport(
          "2026-11-20T00:00:00Z",
          "2026-11-21T00:00:00Z",
          List.of(
              new InstanceReport(
                  "sma",
                  "sma-cross",
                  "paper",
                  "EURUSD.SIM",
                  Map.of("fast", "3"),
                  1,
                  new Score(3, 0, 0, 1),
                  2,
                  List.of(
                      new Difference(
                          "different", "EntryProposed x", "10:00", List.of("recorded <b>, made"))),
                  List.of("a note"),
                  List.of(
                      new FillsReport(
                          "10:00",
                          "11:00",
                          Map.of(),
                          Map.of("limits", "wide"),
                          Map.of("matched", 2),
                          List.of(matched(1), matched(2)),
                          List.of())))),
          new OrdersReport(new Score(2, 0, 0, 0), new Score(2, 0, 0, 0), List.of()));

  @Test
  void thePageNeedsNothingElseAndTellsAll() {
    String page = ParityPage.of(report);

    assertThat(page)
        .contains("not the same", "75.00", "recorded &lt;b&gt;, made", "a note", "late", "<svg")
        .doesNotContain("<b>", "src=", "href=");
  }

  @Test
  void theTextTellsThePartThatIsTheSame() {
    var out = new ByteArrayOutputStream();
    report.tell(new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("signals     75.00 %  3 of 4 the same; 0 missing, 0 extra, 1 different")
        .contains("DIFFERENT EntryProposed x at 10:00")
        .contains("between 2 points")
        .contains("NOT THE SAME");
  }
}

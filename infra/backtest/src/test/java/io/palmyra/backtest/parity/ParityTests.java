package io.palmyra.backtest.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.audit.ChangeRecorded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.signal.EntryProposed;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParityTests {
  private static ParityReport report(RecordedTopics topics) {
    return Parity.of(topics, SyntheticDay.PERIOD, Selection.ALL, _ -> {});
  }

  private static InstanceReport only(ParityReport report) {
    assertThat(report.instances()).hasSize(1);
    return report.instances().getFirst();
  }

  private static Shelf day() {
    return new SyntheticDay(7, 60).lived();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aDayAsItWasIsTheSameInWhateverOrderItWasHeard(long seed) {
    ParityReport report = report(new SyntheticDay(seed, 1500).lived());

    assertThat(report.same()).as(report.json()).isTrue();
    assertThat(report.signals().same()).isGreaterThan(30);
    assertThat(report.orders().orders().same()).isGreaterThan(20);
    assertThat(report.orders().decisions().percent()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void anotherOrderThanThatOfRecordingIsFoundAndTold(long seed) {
    ParityReport report = report(new SyntheticDay(seed, 1500).actingAtCloses().lived());

    assertThat(report.same()).as(report.json()).isTrue();
    assertThat(report.signals().same()).isGreaterThan(30);
    assertThat(only(report).reordered()).isPositive();
  }

  @Test
  void pausesAndRestartsAreFollowed() {
    var day = new SyntheticDay(3, 400).pausing(150, 300).restarting(450).pausing(500, 600);
    ParityReport report = report(day.lived());

    assertThat(report.same()).as(report.json()).isTrue();
    assertThat(only(report).runs()).isEqualTo(2);
  }

  @Test
  void partsWithOtherParametersAreToldApart() {
    ParityReport report = report(new SyntheticDay(3, 400).tuning(450, "slow", "21").lived());

    assertThat(report.same()).as(report.json()).isTrue();
    assertThat(only(report).fills())
        .extracting(each -> each.parameters().get("slow"))
        .containsExactly("8", "21");
  }

  @Test
  void aSignalThatIsNotOnItsTopicIsTold() {
    Shelf day = day();
    Kept gone = day.on(Topic.SIGNALS).get(5);
    ParityReport report = report(day.without(gone::equals));

    assertThat(report.same()).isFalse();
    assertThat(only(report).signals().extra()).isEqualTo(1);
    assertThat(only(report).differences().getFirst().what())
        .endsWith(((Signal) gone.body()).signalId().value());
  }

  @Test
  void theFirstAndTheLastSignalThatAreNotOnTheirTopicAreTold() {
    Shelf day = day();
    List<Kept> signals = day.on(Topic.SIGNALS);
    for (Kept gone : List.of(signals.getFirst(), signals.getLast())) {
      assertThat(only(report(day.without(gone::equals))).signals().extra()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aSignalThatNobodyEverHeardOfIsToldAndNotExplainedByAnotherOrder(long seed) {
    for (var day : List.of(new SyntheticDay(seed, 400), actingAtCloses(seed))) {
      InstanceReport report = only(report(day.losingSignal(8).lived()));

      assertThat(report.signals().extra()).isEqualTo(1);
      assertThat(report.signals().missing() + report.signals().different()).isZero();
    }
  }

  private static SyntheticDay actingAtCloses(long seed) {
    return new SyntheticDay(seed, 400).actingAtCloses();
  }

  @Test
  void aSignalWhoseContentIsAnotherIsToldFieldByField() {
    Shelf day = day();
    Kept one =
        day.on(Topic.SIGNALS).stream()
            .filter(each -> each.body() instanceof EntryProposed)
            .toList()
            .get(3);
    ParityReport report =
        report(
            day.with(
                one::equals,
                body -> {
                  var was = (EntryProposed) body;
                  return new EntryProposed(
                      was.signalId(),
                      was.account(),
                      was.source(),
                      was.instrument(),
                      was.side(),
                      0.5,
                      was.stopDistance(),
                      was.validUntil(),
                      was.inputs());
                }));

    assertThat(only(report).signals().different()).isEqualTo(1);
    assertThat(only(report).differences().getFirst().fields())
        .singleElement()
        .asString()
        .startsWith("body.strength: recorded 0.5");
  }

  @Test
  void aMissingInputIsTold() {
    ParityReport report =
        report(day().without(each -> each.topic() == Topic.BARS && each.offset() == 200));

    assertThat(report.same()).isFalse();
  }

  @Test
  void inputsInAnotherOrderAreTold() {
    Shelf day = day();
    List<Kept> bars = day.on(Topic.BARS);
    ParityReport report =
        report(
            day.with(
                each -> each.topic() == Topic.BARS && each.offset() >= 200 && each.offset() < 220,
                body -> {
                  int at =
                      (int)
                          SyntheticDay.START.until(
                              ((BarClosed) body).openTime(), java.time.temporal.ChronoUnit.SECONDS);
                  return bars.get(419 - at).body();
                }));

    assertThat(report.same()).isFalse();
  }

  @Test
  void aChangedParameterIsTold() {
    ParityReport report =
        report(
            day()
                .with(
                    each -> each.topic() == Topic.AUDIT,
                    body -> {
                      var was = (ChangeRecorded) body;
                      return new ChangeRecorded(
                          was.source(),
                          was.actor(),
                          was.action(),
                          was.target(),
                          was.reason(),
                          was.before(),
                          ("" + was.after()).replace("\"slow\":\"8\"", "\"slow\":\"9\""),
                          was.at());
                    }));

    assertThat(only(report).parameters()).containsEntry("slow", "9");
    assertThat(only(report).signals().percent()).isLessThan(50);
  }

  @Test
  void signalsOfARunWhoseBeginIsNotToldCannotBeMadeAgain() {
    ParityReport report = report(day().without(each -> each.topic() == Topic.AUDIT));

    assertThat(report.same()).isFalse();
    assertThat(only(report).signals().same()).isZero();
    assertThat(only(report).notes().getFirst()).contains("audit does not tell");
  }

  @Test
  void whatIsOutsideThePeriodIsNotCounted() {
    Shelf day = day();
    var part = new Period(SyntheticDay.START.plusSeconds(300), SyntheticDay.START.plusSeconds(500));
    ParityReport report = Parity.of(day, part, Selection.ALL, _ -> {});

    assertThat(report.same()).as(report.json()).isTrue();
    assertThat(report.signals().all())
        .isEqualTo(
            (int) day.on(Topic.SIGNALS).stream().filter(each -> part.holds(each.at())).count())
        .isPositive();
  }

  @Test
  void anInstanceOrAccountThatIsNotKnownIsRefusedWithThoseThatAre() {
    var other = new Selection(new StrategyInstanceId("other"), null);

    assertThatThrownBy(() -> Parity.of(day(), SyntheticDay.PERIOD, other, _ -> {}))
        .hasMessage("--instance is 'other'; allowed: sma-eurusd");
    var nobody = new Selection(null, new AccountId("nobody"));
    assertThatThrownBy(() -> Parity.of(day(), SyntheticDay.PERIOD, nobody, _ -> {}))
        .hasMessage("--account is 'nobody'; allowed: paper");
  }

  @Test
  void fillsAreHeldAgainstABacktest() {
    FillsReport fills = only(report(day())).fills().getFirst();

    assertThat(fills.assumptions()).containsKeys("limits", "bid and ask", "market orders");
    assertThat((Integer) fills.figures().get("matched")).isGreaterThan(20);
    assertThat(fills.figures()).containsKeys("meanTicksWorse", "liveProfit", "testedProfit");
  }
}

package io.palmyra.systemtest.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.orderevent.OrderSubmitted;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.venue.VenueEvent;
import io.palmyra.core.venue.VenueRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A run in which all is well is found so, and each thing that may go wrong is noticed. */
class OracleTests {

  private final Map<Topic, List<Everything.Found>> topics = new EnumMap<>(Topic.class);
  private final List<VenueRecord> venue = new ArrayList<>();
  private int deadLetters;

  OracleTests() {
    at(new VenueEvent.LoggedOn(1));
    for (String name : List.of("a", "b")) {
      add(Topic.DECISIONS, Way.decision(name));
      add(Topic.ORDERS, Way.order(name));
      add(
          Topic.ORDER_EVENTS,
          new OrderSubmitted(Way.id(name), Way.ACCOUNT, Way.INSTRUMENT, Way.NOON, 1));
      at(Way.accepted(name));
      at(Way.executed(name, name));
      add(Topic.ORDER_EVENTS, Way.filled(name, name));
      add(Topic.FILLS, Way.fill(name, name));
    }
  }

  @Test
  void whereAllIsWellNothingIsFound() {
    assertThat(broken()).isEmpty();
    assertThat(oracle().areDecided(Set.of(Way.signal("a").value())).holds()).isTrue();
    assertThat(oracle().nothingIsTakenUpWithin(List.of(window(5))).holds()).isTrue();
  }

  @Test
  void aSignalDecidedTwiceIsNoticed() {
    add(Topic.DECISIONS, Way.decision("a"));
    assertThat(broken()).containsExactly("each signal is decided once");
  }

  @Test
  void aDecisionThatDoesNotFollowFromItsRecordIsNoticed() {
    assertThat(oracle().decisionsCanBeMadeAgain().violations())
        .hasSize(2)
        .allMatch(each -> each.contains("did not keep all that it read"));
  }

  @Test
  void anOrderThatRiskNeverGaveIsNoticed() {
    at(Way.accepted("c"));
    assertThat(broken())
        .containsExactly("nothing is taken up by the venue that risk did not order");
  }

  @Test
  void anOrderSentOrTakenUpTwiceIsNoticed() {
    add(
        Topic.ORDER_EVENTS,
        new OrderSubmitted(Way.id("a"), Way.ACCOUNT, Way.INSTRUMENT, Way.NOON, 1));
    at(Way.accepted("a"));
    assertThat(broken())
        .containsExactly("no order is sent twice", "no order is taken up by the venue twice");
  }

  @Test
  void anOrderThatLeftTooLateIsNoticed() {
    add(Topic.DECISIONS, Way.decision("late"));
    add(Topic.ORDERS, Way.order("late"));
    add(
        Topic.ORDER_EVENTS,
        new OrderSubmitted(
            Way.id("late"), Way.ACCOUNT, Way.INSTRUMENT, Way.NOON.plusMillis(5021), 1));
    assertThat(broken()).containsExactly("no order leaves later than it may after its approval");
  }

  @Test
  void anOldOwnerIsNoticed() {
    at(new VenueEvent.LoggedOn(3));
    at(new VenueEvent.LoggedOn(2));
    assertThat(broken()).containsExactly("an old owner neither logs on nor sends");
  }

  @Test
  void anOrderSentInAnOldEpochIsNoticed() {
    add(
        Topic.ORDER_EVENTS,
        new OrderSubmitted(Way.id("x"), Way.ACCOUNT, Way.INSTRUMENT, Way.NOON, 2));
    add(
        Topic.ORDER_EVENTS,
        new OrderSubmitted(Way.id("y"), Way.ACCOUNT, Way.INSTRUMENT, Way.NOON, 1));
    assertThat(broken()).containsExactly("an old owner neither logs on nor sends");
  }

  @Test
  void aFillThatWasLostIsNoticed() {
    at(Way.executed("a", "lost"));
    assertThat(broken()).containsExactly("our fills are the venue's");
  }

  @Test
  void aFillThatWasBookedTwiceIsNoticed() {
    add(Topic.FILLS, Way.fill("a", "a"));
    assertThat(broken())
        .containsExactly(
            "each fill is told once to each", "no order is filled beyond its quantity");
  }

  @Test
  void aFillThatTheVenueTookBackAndWeDidNotIsNoticed() {
    at(
        new VenueEvent.Busted(
            Way.id("a"), new ExecutionId("a"), Way.INSTRUMENT, Money.zero(Currency.USD), "no"));
    assertThat(broken())
        .containsExactly("each fill that the venue takes back is taken back here, once");
  }

  @Test
  void aFillThatOnlyOneOfTheTopicsKnowsIsNoticed() {
    add(Topic.ORDER_EVENTS, Way.filled("a", "more"));
    assertThat(broken()).containsExactly("each fill is told once to each");
  }

  @Test
  void aGapAndADeadLetterAreNoticed() {
    topics.get(Topic.ORDERS).removeFirst();
    venue.removeIf(record -> record.event().equals(Way.accepted("a")));
    deadLetters = 1;
    assertThat(broken())
        .containsExactly(
            "no order is filled beyond its quantity",
            "nothing that was committed is missing on a topic",
            "there are no dead letters");
  }

  @Test
  void whatIsTakenUpWithinAHaltAndWhatIsNotDecidedIsNoticed() {
    assertThat(oracle().nothingIsTakenUpWithin(List.of(window(-5))).violations()).hasSize(2);
    assertThat(oracle().areDecided(Set.of(Way.signal("c").value())).violations()).hasSize(1);
  }

  @Test
  void whatReducesInTheNameOfAHaltThatHoldsMayPassIt() {
    HaltChanged halt = Way.halt(HaltStatus.ACTIVE, Way.NOON);
    add(Topic.CONTROL, halt);
    add(Topic.ORDERS, Way.reducing("exit", halt.key()));
    at(Way.reducing("exit"));
    add(Topic.ORDERS, Way.reducing("other", "all/another"));
    at(Way.reducing("other"));
    add(Topic.ORDERS, Way.reducing("entry", halt.key()));
    at(Way.accepted("entry"));
    assertThat(oracle().nothingIsTakenUpWithin(List.of(window(-5))).violations())
        .hasSize(4)
        .noneMatch(each -> each.startsWith(Way.id("exit").value()));

    add(Topic.CONTROL, Way.halt(HaltStatus.LIFTED, Way.NOON.minusMillis(1)));
    assertThat(oracle().nothingIsTakenUpWithin(List.of(window(-5))).violations()).hasSize(5);
  }

  private List<String> broken() {
    return oracle().all().stream()
        .filter(finding -> !finding.holds())
        .map(Finding::property)
        .toList();
  }

  private Oracle oracle() {
    for (Topic topic : List.of(Topic.SIGNALS, Topic.ACCOUNT_EVENTS, Topic.CONTROL)) {
      topics.putIfAbsent(topic, List.of());
    }
    return new Oracle(new Recorded(topics, deadLetters), new VenueJournal(venue));
  }

  /** Ten seconds that begin so many after noon. */
  private static Window window(int seconds) {
    return new Window("halt", Way.NOON.plusSeconds(seconds), Way.NOON.plusSeconds(seconds + 10L));
  }

  private void add(Topic topic, Message body) {
    List<Everything.Found> all = topics.computeIfAbsent(topic, _ -> new ArrayList<>());
    long sequence = all.size() + 1L;
    all.add(
        new Everything.Found(
            0,
            sequence - 1,
            Way.ACCOUNT.value(),
            new Envelope<>(topic + "-" + sequence, Way.NOON, Way.NOON, null, sequence, body)));
  }

  private void at(VenueEvent event) {
    venue.add(new VenueRecord(Way.ACCOUNT, venue.size() + 1L, Way.NOON, event));
  }
}

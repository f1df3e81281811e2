package io.palmyra.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.value.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderLifeTests {
  private static final Quantity TEN = Quantity.of("10");
  private static final List<String> STATES =
      List.of(
          "PENDING",
          "SUBMITTED",
          "WORKING",
          "PARTIALLY_FILLED",
          "PENDING_CANCEL",
          "PENDING_REPLACE",
          "UNKNOWN",
          "FILLED",
          "CANCELED",
          "REJECTED",
          "DENIED",
          "EXPIRED",
          "REPLACED");

  /** Each state's row: the event and what it leads to; = is a repeat, ! is illegal. */
  private static final Map<String, String> TABLE =
      new TreeMap<>(
          Map.ofEntries(
              row(
                  "PENDING",
                  "SUBMITTED DENIED WORKING REJECTED PARTIALLY_FILLED FILLED"
                      + " PENDING_CANCEL CANCELED = ! ! ! EXPIRED UNKNOWN ="),
              row(
                  "SUBMITTED",
                  "= ! WORKING REJECTED PARTIALLY_FILLED FILLED"
                      + " PENDING_CANCEL CANCELED = ! ! ! EXPIRED UNKNOWN UNKNOWN"),
              row(
                  "WORKING",
                  "= ! = ! PARTIALLY_FILLED FILLED"
                      + " PENDING_CANCEL CANCELED = PENDING_REPLACE REPLACED = EXPIRED = UNKNOWN"),
              row(
                  "PARTIALLY_FILLED",
                  "= ! = ! PARTIALLY_FILLED FILLED"
                      + " PENDING_CANCEL CANCELED = PENDING_REPLACE REPLACED = EXPIRED = UNKNOWN"),
              row(
                  "PENDING_CANCEL",
                  "= DENIED PENDING_CANCEL REJECTED PENDING_CANCEL FILLED"
                      + " = CANCELED UNKNOWN ! REPLACED = EXPIRED UNKNOWN UNKNOWN"),
              row(
                  "PENDING_REPLACE",
                  "= ! = ! PENDING_REPLACE FILLED"
                      + " PENDING_CANCEL CANCELED = = REPLACED WORKING EXPIRED UNKNOWN UNKNOWN"),
              row(
                  "UNKNOWN",
                  "= ! WORKING REJECTED UNKNOWN FILLED"
                      + " = CANCELED = ! REPLACED = EXPIRED = DENIED"),
              row("FILLED", "= = = ! ! ! = ! = = ! = ! = ="),
              row("CANCELED", "= = = ! ! ! = = = = ! = ! = ="),
              row("REJECTED", "= = = = ! ! = ! = = ! = ! = ="),
              row("DENIED", "= = = ! ! ! = ! = = ! = ! = ="),
              row("EXPIRED", "= = = ! ! ! = ! = = ! = = = ="),
              row("REPLACED", "= = = ! ! ! = ! = = = = ! = =")));

  private static final List<LifeEvent> EVENTS =
      List.of(
          new LifeEvent.Sent(),
          new LifeEvent.DeniedByUs(),
          new LifeEvent.Accepted(),
          new LifeEvent.Refused(),
          new LifeEvent.Fill(fill(1), Quantity.of("4")),
          new LifeEvent.Fill(fill(2), TEN),
          new LifeEvent.CancelSent(),
          new LifeEvent.CanceledByVenue(),
          new LifeEvent.CancelRefused(),
          new LifeEvent.ReplaceSent(),
          new LifeEvent.Replaced(Quantity.of("20")),
          new LifeEvent.ReplaceRefused(),
          new LifeEvent.ExpiredAtVenue(),
          new LifeEvent.AnswerLost(),
          new LifeEvent.NotAtVenue());

  private static Map.Entry<String, String> row(String state, String cells) {
    return Map.entry(state, cells);
  }

  private static FillId fill(int number) {
    return new FillId("%032x".formatted(number));
  }

  static List<String> states() {
    return STATES;
  }

  @ParameterizedTest
  @MethodSource("states")
  void everyEventInEveryStateDoesWhatTheTableSays(String code) {
    OrderState state = OrderState.of(code, Progress.of(TEN));
    String row =
        EVENTS.stream()
            .map(event -> shown(OrderLife.apply(state, event)))
            .collect(Collectors.joining(" "));
    assertThat(row).isEqualTo(TABLE.get(code));
  }

  private static String shown(Transition transition) {
    return switch (transition) {
      case Transition.Moved moved -> moved.next().code();
      case Transition.Repeated _ -> "=";
      case Transition.Illegal _ -> "!";
    };
  }

  @Test
  void tableHasEveryEvent() {
    Set<Class<?>> kinds = EVENTS.stream().map(Object::getClass).collect(Collectors.toSet());
    assertThat(kinds).containsExactlyInAnyOrder(LifeEvent.class.getPermittedSubclasses());
    assertThat(STATES).hasSameSizeAs(OrderState.class.getPermittedSubclasses());
  }

  @Test
  void unknownOrderThatTheVenueTookUpIsNeverDenied() {
    OrderState state = new OrderState.Unknown(Progress.of(TEN).taken());
    assertThat(OrderLife.apply(state, new LifeEvent.NotAtVenue()))
        .isInstanceOf(Transition.Illegal.class);
  }

  @Test
  void randomSequencesKeepTheInvariants() {
    for (long seed = 0; seed < 3000; seed++) {
      runRandom(seed);
    }
  }

  private static void runRandom(long seed) {
    var random = new Random(seed);
    OrderState state = new OrderState.Pending(Progress.of(TEN));
    var fills = new HashSet<FillId>();
    for (int step = 0; step < 40; step++) {
      LifeEvent event = event(random);
      Transition transition = OrderLife.apply(state, event);
      String where = "seed " + seed + " step " + step + ": " + state + " on " + event;
      if (transition instanceof Transition.Moved moved) {
        OrderState next = moved.next();
        assertThat(state.terminal()).as(where).isFalse();
        assertThat(next.progress().cumulative())
            .as(where)
            .isLessThanOrEqualTo(next.progress().quantity())
            .isGreaterThanOrEqualTo(state.progress().cumulative());
        if (event instanceof LifeEvent.Fill fill) {
          assertThat(fills.add(fill.fill())).as(where + ", applied twice").isTrue();
        } else {
          assertThat(next.progress().cumulative())
              .as(where)
              .isEqualByComparingTo(state.progress().cumulative());
        }
        state = next;
      }
      if (event instanceof LifeEvent.Fill fill && fills.contains(fill.fill())) {
        assertThat(OrderLife.apply(state, event)).as(where).isEqualTo(new Transition.Repeated());
      }
    }
  }

  private static LifeEvent event(Random random) {
    int kind = random.nextInt(EVENTS.size() + 6);
    return kind < EVENTS.size() && !(EVENTS.get(kind) instanceof LifeEvent.Fill)
        ? EVENTS.get(kind)
        : new LifeEvent.Fill(
            fill(random.nextInt(8)), Quantity.of(Integer.toString(1 + random.nextInt(4))));
  }
}

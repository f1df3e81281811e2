package io.palmyra.execution.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.control.ControlMessage;
import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.execution.application.Journal;
import io.palmyra.execution.application.PassedOnSession;
import io.palmyra.execution.application.VenueConnector;
import io.palmyra.execution.application.VenueNotice;
import io.palmyra.execution.application.VenueOrderReport;
import io.palmyra.execution.application.VenueSession;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each protection taken away once: the oracle must notice. */
class BrokenWiringTests {
  private static final int SEEDS = 400;

  @BeforeAll
  static void beQuiet() {
    SimulationLog.quiet(true);
  }

  @AfterAll
  static void speakAgain() {
    SimulationLog.quiet(false);
  }

  @Test
  void noticesOrdersThatWereNotMadeDurable() {
    assertThat(
            firstViolation(
                new Wiring() {
                  @Override
                  public Journal journal(Journal sound) {
                    return withoutInserts(sound);
                  }
                }))
        .contains("not durable");
  }

  @Test
  void noticesOrdersThatAreSentUnderAHalt() {
    assertThat(
            firstViolation(
                new Wiring() {
                  @Override
                  public ControlMessage heard(ControlMessage told) {
                    return told instanceof HaltChanged halt ? lifted(halt) : told;
                  }
                }))
        .contains(" under ");
  }

  @Test
  void noticesOrdersThatAreSentWithoutKnowingWhatControlSays() {
    assertThat(
            firstViolation(
                new Wiring() {
                  @Override
                  public boolean heedsStaleness() {
                    return false;
                  }
                }))
        .contains("without knowing what control says");
  }

  @Test
  void noticesOldOwnersThatStillWrite() {
    assertThat(
            firstViolation(
                new Wiring() {
                  @Override
                  public boolean fences() {
                    return false;
                  }
                }))
        .contains("became durable twice");
  }

  @Test
  void noticesOrdersThatAreSentAgain() {
    assertThat(
            firstViolation(
                new Wiring() {
                  @Override
                  public VenueConnector connector(VenueConnector sound) {
                    return sessions(sound, BrokenWiringTests::submittingTwice);
                  }
                }))
        .contains("twice");
  }

  @Test
  void noticesParentsWhoseProgressIsForgotten() {
    assertThat(
            firstViolation(
                new Wiring() {
                  @Override
                  public boolean keepsProgress() {
                    return false;
                  }
                }))
        .contains("parents that go on");
  }

  @Test
  void noticesUnknownOrdersThatAreTakenForFailed() {
    assertThat(
            firstViolation(
                new Wiring() {
                  @Override
                  public VenueConnector connector(VenueConnector sound) {
                    return sessions(sound, BrokenWiringTests::knowingNoOrder);
                  }
                }))
        .contains("is not at the venue");
  }

  @Test
  void noticesFillsThatAReconnectDoesNotFind() {
    assertThat(
            firstViolation(
                new Wiring() {
                  @Override
                  public VenueConnector connector(VenueConnector sound) {
                    return sessions(sound, BrokenWiringTests::knowingNoFill);
                  }
                }))
        .contains("at the venue");
  }

  @Test
  void noticesFillsThatTheVenueTookBackAndTheJournalDidNot() {
    assertThat(
            firstViolation(
                new Wiring() {
                  @Override
                  public Journal journal(Journal sound) {
                    return writing(sound, BrokenWiringTests::withoutCorrections);
                  }
                }))
        .contains("at the venue");
  }

  @Test
  void noticesFillsThatAreBookedTwice() {
    assertThat(
            firstViolation(
                new Wiring() {
                  @Override
                  public boolean dropsRepeats() {
                    return false;
                  }
                }))
        .containsAnyOf("twice", "position of portfolio", "cash differs");
  }

  /** What the oracle says first, empty if it says nothing for hundreds of seeds. */
  private static String firstViolation(Wiring broken) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      try {
        World.lived(seed, broken);
      } catch (AssertionError noticed) {
        return String.valueOf(noticed.getMessage());
      }
    }
    return "";
  }

  private static Journal withoutInserts(Journal sound) {
    return writing(sound, BrokenWiringTests::withoutInserts);
  }

  private static Journal writing(Journal sound, UnaryOperator<Journal.Changes> broken) {
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (_, method, arguments) -> {
              Object[] given = arguments;
              if (method.getName().equals("write")) {
                given = arguments.clone();
                given[2] = broken.apply((Journal.Changes) arguments[2]);
              }
              try {
                return method.invoke(sound, given);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static Journal.Changes withoutInserts(Journal.Changes changes) {
    return new Journal.Changes(
        List.of(),
        changes.updated(),
        changes.fills(),
        changes.corrections(),
        changes.canceledBefore(),
        changes.deposits(),
        changes.venueSequence());
  }

  private static Journal.Changes withoutCorrections(Journal.Changes changes) {
    return new Journal.Changes(
        changes.inserted(),
        changes.updated(),
        changes.fills(),
        List.of(),
        changes.canceledBefore(),
        changes.deposits(),
        changes.venueSequence());
  }

  private static HaltChanged lifted(HaltChanged halt) {
    return new HaltChanged(
        halt.scope(),
        halt.haltId(),
        HaltStatus.LIFTED,
        halt.mode(),
        halt.tier(),
        halt.reason(),
        halt.who(),
        halt.at(),
        halt.cancelOrders(),
        halt.sparesProtective());
  }

  private static VenueConnector sessions(VenueConnector sound, UnaryOperator<VenueSession> broken) {
    return (account, epoch, listener) -> broken.apply(sound.connect(account, epoch, listener));
  }

  private static VenueSession submittingTwice(VenueSession sound) {
    return new PassedOnSession(sound) {
      @Override
      public void submit(SubmitOrder order) throws IOException {
        super.submit(order);
        super.submit(order);
      }
    };
  }

  private static VenueSession knowingNoOrder(VenueSession sound) {
    return new PassedOnSession(sound) {
      @Override
      public Optional<VenueOrderReport> query(ClientOrderId order) {
        return Optional.empty();
      }
    };
  }

  private static VenueSession knowingNoFill(VenueSession sound) {
    return new PassedOnSession(sound) {
      @Override
      public List<VenueNotice.OfFill> fillsSince(long sequence) {
        return List.of();
      }

      @Override
      public Map<io.palmyra.contracts.id.InstrumentId, io.palmyra.contracts.value.Quantity>
          positions() {
        return Collections.unmodifiableMap(new HashMap<>());
      }
    };
  }
}

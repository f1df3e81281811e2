package io.palmyra.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.core.control.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SendGateTests {
  private static final Duration AGE = Duration.ofSeconds(1);

  private record Facts(
      boolean reduceOnly,
      boolean canceled,
      Optional<String> unarmed,
      boolean owns,
      Optional<Verdict> control,
      Duration age,
      boolean unknown,
      boolean dryRun) {
    static final Facts GOOD =
        new Facts(
            false,
            false,
            Optional.empty(),
            true,
            Optional.of(new Verdict.Running()),
            AGE,
            false,
            false);

    SendQuestion asked() {
      return asked(false);
    }

    SendQuestion asked(boolean beginning) {
      return new SendQuestion(
          reduceOnly,
          reduceOnly ? "all/kill" : null,
          canceled,
          unarmed,
          owns,
          control,
          beginning,
          age,
          Duration.ofSeconds(5),
          unknown,
          dryRun);
    }
  }

  @Test
  void sendsWhenNothingSpeaksAgainstIt() {
    assertThat(SendGate.decide(Facts.GOOD.asked())).isEqualTo(new SendDecision.Send());
  }

  @Test
  void deniesForEachReasonWithItsCode() {
    var halted = new Verdict.Halted(List.of(), Set.of("all/kill"));
    denies(DenyCode.CANCELED_BEFORE, f -> with(f, true, f.unarmed, f.owns, f.control, f.age));
    denies(DenyCode.UNARMED, f -> with(f, false, Optional.of("gap"), f.owns, f.control, f.age));
    denies(DenyCode.LEASE_LOST, f -> with(f, false, f.unarmed, false, f.control, f.age));
    denies(DenyCode.CONTROL_STALE, f -> with(f, false, f.unarmed, true, Optional.empty(), f.age));
    denies(
        DenyCode.CONTROL_STALE,
        f ->
            with(
                f,
                false,
                f.unarmed,
                true,
                Optional.of(new Verdict.NotFresh("old", List.of())),
                f.age));
    denies(DenyCode.HALTED, f -> with(f, false, f.unarmed, true, Optional.of(halted), f.age));
    denies(
        DenyCode.REDUCE_ONLY,
        f ->
            with(f, false, f.unarmed, true, Optional.of(new Verdict.ReduceOnly(List.of())), f.age));
    denies(
        DenyCode.TOO_OLD,
        f -> with(f, false, f.unarmed, true, f.control, Duration.ofSeconds(5).plusNanos(1)));
    denies(DenyCode.TOO_OLD, f -> with(f, false, f.unarmed, true, f.control, Duration.ofNanos(-1)));
  }

  @Test
  void waitsForOwnershipAndControlWhileItsOwnerOnlyBegins() {
    Facts f = Facts.GOOD;
    var stale = Optional.<Verdict>of(new Verdict.NotFresh("old", List.of()));
    assertThat(
            List.of(
                with(f, false, f.unarmed, false, f.control, AGE),
                with(f, false, f.unarmed, true, Optional.empty(), AGE),
                with(f, false, f.unarmed, true, stale, Duration.ofSeconds(5))))
        .allSatisfy(
            unsure ->
                assertThat(SendGate.decide(unsure.asked(true)))
                    .isInstanceOf(SendDecision.Wait.class));
  }

  @Test
  void waitsForNothingElseAndNotForEver() {
    Facts f = Facts.GOOD;
    Optional<Verdict> halted = Optional.of(new Verdict.Halted(List.of(), Set.of()));
    assertThat(
            List.of(
                with(f, true, f.unarmed, false, f.control, AGE),
                with(f, false, Optional.of("gap"), false, f.control, AGE),
                with(f, false, f.unarmed, true, halted, AGE),
                with(f, false, f.unarmed, true, f.control, Duration.ofSeconds(6)),
                with(f, false, f.unarmed, true, Optional.empty(), Duration.ofSeconds(6))))
        .allSatisfy(
            refused ->
                assertThat(SendGate.decide(refused.asked(true)))
                    .isInstanceOf(SendDecision.Deny.class));
    assertThat(SendGate.decide(f.asked(true))).isEqualTo(new SendDecision.Send());
  }

  @Test
  void sendsAtItsVeryAgeLimit() {
    Facts f = Facts.GOOD;
    assertThat(
            SendGate.decide(
                with(f, false, f.unarmed, true, f.control, Duration.ofSeconds(5)).asked()))
        .isEqualTo(new SendDecision.Send());
  }

  @Test
  void haltLetsThroughTheReductionThatNamesIt() {
    var halted = new Verdict.Halted(List.of(), Set.of("all/kill"));
    var reducing =
        new Facts(true, false, Optional.empty(), true, Optional.of(halted), AGE, true, false);
    assertThat(SendGate.decide(reducing.asked())).isEqualTo(new SendDecision.Send());
  }

  @Test
  void unknownOrderBlocksNewExposureAndDryRunSendsNothing() {
    Facts f = Facts.GOOD;
    denies(
        DenyCode.UNKNOWN_ORDER,
        g -> new Facts(false, false, f.unarmed, true, f.control, AGE, true, false));
    denies(
        DenyCode.DRY_RUN,
        g -> new Facts(false, false, f.unarmed, true, f.control, AGE, false, true));
  }

  private static Facts with(
      Facts f,
      boolean canceled,
      Optional<String> unarmed,
      boolean owns,
      Optional<Verdict> control,
      Duration age) {
    return new Facts(f.reduceOnly, canceled, unarmed, owns, control, age, f.unknown, f.dryRun);
  }

  private static void denies(DenyCode code, UnaryOperator<Facts> change) {
    assertThat(SendGate.decide(change.apply(Facts.GOOD).asked()))
        .isInstanceOfSatisfying(
            SendDecision.Deny.class, deny -> assertThat(deny.code()).isEqualTo(code));
  }
}

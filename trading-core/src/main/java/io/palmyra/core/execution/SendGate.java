package io.palmyra.core.execution;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.core.control.Verdict;
import io.palmyra.core.execution.SendDecision.Deny;
import io.palmyra.core.execution.SendDecision.Send;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Decides, right before the bytes would leave, whether an order is sent. Unknown, stale or
 * unreadable means no.
 */
public final class SendGate {
  private SendGate() {}

  /** The first reason against it, or Send. */
  public static SendDecision decide(SendQuestion question) {
    if (question.canceledBefore()) {
      return new Deny(DenyCode.CANCELED_BEFORE, "canceled before it was sent");
    }
    if (question.unarmed().isPresent()) {
      return new Deny(DenyCode.UNARMED, question.unarmed().get());
    }
    if (!question.ownsAccount()) {
      return new Deny(DenyCode.LEASE_LOST, "another instance may own the account");
    }
    if (question.control().isEmpty()) {
      return new Deny(DenyCode.CONTROL_STALE, "control is not read to its end");
    }
    Verdict control = question.control().get();
    if (!control.admits(question.reduceOnly(), question.authorisedByHalt())) {
      return refused(control);
    }
    if (question.age().isNegative() || question.age().compareTo(question.maximumAge()) > 0) {
      return new Deny(DenyCode.TOO_OLD, question.age() + " old, at most " + question.maximumAge());
    }
    if (question.unknownInInstrument() && !question.reduceOnly()) {
      return new Deny(DenyCode.UNKNOWN_ORDER, "an order in this instrument has an unknown fate");
    }
    return question.dryRun() ? new Deny(DenyCode.DRY_RUN, "dry run") : new Send();
  }

  private static Deny refused(Verdict control) {
    return switch (control) {
      case Verdict.NotFresh stale -> new Deny(DenyCode.CONTROL_STALE, stale.reason());
      case Verdict.Halted halted -> new Deny(DenyCode.HALTED, keys(halted.halts()));
      case Verdict.ReduceOnly reduce -> new Deny(DenyCode.REDUCE_ONLY, keys(reduce.halts()));
      case Verdict.Running _ -> throw new IllegalStateException("running refuses nothing");
    };
  }

  private static String keys(List<HaltChanged> halts) {
    return halts.stream().map(HaltChanged::key).collect(Collectors.joining(", "));
  }
}

package io.palmyra.core.execution;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.core.control.Verdict;
import io.palmyra.core.execution.SendDecision.Deny;
import io.palmyra.core.execution.SendDecision.Send;
import io.palmyra.core.execution.SendDecision.Wait;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Decides, right before the bytes would leave, whether an order is sent. Unknown, stale or
 * unreadable means no; while an owner only begins it means not yet, so that what a former owner
 * made durable is not refused for want of a first heartbeat.
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
      return unsure(question, DenyCode.LEASE_LOST, "another instance may own the account");
    }
    if (question.control().isEmpty()) {
      return unsure(question, DenyCode.CONTROL_STALE, "control is not read to its end");
    }
    Verdict control = question.control().get();
    if (!control.admits(question.reduceOnly(), question.authorisedByHalt())) {
      return refused(question, control);
    }
    if (isTooOld(question)) {
      return new Deny(DenyCode.TOO_OLD, question.age() + " old, at most " + question.maximumAge());
    }
    if (question.unknownInInstrument() && !question.reduceOnly()) {
      return new Deny(DenyCode.UNKNOWN_ORDER, "an order in this instrument has an unknown fate");
    }
    return question.dryRun() ? new Deny(DenyCode.DRY_RUN, "dry run") : new Send();
  }

  private static boolean isTooOld(SendQuestion question) {
    return question.age().isNegative() || question.age().compareTo(question.maximumAge()) > 0;
  }

  private static SendDecision unsure(SendQuestion question, DenyCode code, String detail) {
    return question.beginning() && !isTooOld(question) ? new Wait(detail) : new Deny(code, detail);
  }

  private static SendDecision refused(SendQuestion question, Verdict control) {
    return switch (control) {
      case Verdict.NotFresh stale -> unsure(question, DenyCode.CONTROL_STALE, stale.reason());
      case Verdict.Halted halted -> new Deny(DenyCode.HALTED, keys(halted.halts()));
      case Verdict.ReduceOnly reduce -> new Deny(DenyCode.REDUCE_ONLY, keys(reduce.halts()));
      case Verdict.Running _ -> throw new IllegalStateException("running refuses nothing");
    };
  }

  private static String keys(List<HaltChanged> halts) {
    return halts.stream().map(HaltChanged::key).collect(Collectors.joining(", "));
  }
}

package io.palmyra.core.risk;

import io.palmyra.contracts.decision.AccountSnapshot;
import io.palmyra.contracts.decision.ChildReleased;
import io.palmyra.contracts.decision.ChildWithheld;
import io.palmyra.contracts.decision.Decision;
import io.palmyra.contracts.decision.DecisionBasis;
import io.palmyra.contracts.decision.DecisionInputs;
import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.decision.ParentEnded;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.decision.VolumesByTime;
import org.jspecify.annotations.Nullable;

/**
 * Makes a decision again from its record alone, by the rules of this release, and compares: whether
 * the same was decided, for the same reasons, with the same values.
 */
public final class DecisionReplay {
  private DecisionReplay() {}

  /** What came of it. */
  public sealed interface Outcome {}

  /** The same was decided. */
  public record Same() implements Outcome {}

  /**
   * Something else was decided.
   *
   * @param now what these rules decide
   */
  public record Different(Decision now) implements Outcome {}

  /**
   * It can't be made again.
   *
   * @param why for people
   */
  public record Unrepeatable(String why) implements Outcome {}

  /** Not a decision on values: it tells that something ended. */
  public record NothingToDecide() implements Outcome {}

  /** Makes a decision again. */
  public static Outcome of(Decision recorded) {
    return switch (recorded) {
      case SignalAccepted accepted -> repeat(accepted, accepted.used());
      case SignalDenied denied -> repeat(denied, denied.used());
      case ChildReleased released -> repeat(released, released.used());
      case ChildWithheld withheld -> repeat(withheld, withheld.used());
      case ParentEnded _ -> new NothingToDecide();
    };
  }

  private static Outcome repeat(Decision recorded, DecisionInputs used) {
    DecisionBasis basis = used.basis();
    if (basis == null) {
      return new Unrepeatable("recorded by a release that did not keep all that it read");
    }
    Decision now;
    try {
      Question question = question(used, basis);
      now =
          basis.child() == null
              ? RiskDecider.answer(question).decision()
              : ChildDecider.answer(question);
    } catch (IllegalArgumentException | IllegalStateException e) {
      return new Unrepeatable("its record is not whole: " + e.getMessage());
    }
    return now.equals(recorded) ? new Same() : new Different(now);
  }

  private static Question question(DecisionInputs used, DecisionBasis basis) {
    var names = new RecordedLimits(used.limits());
    boolean limited = !used.limits().isEmpty();
    return new Question(
        basis.signal(),
        new Mandate(basis.authorisedByHalt(), basis.most(), basis.override()),
        used.decidedAt(),
        basis.accountKnown(),
        basis.currency(),
        used.equity(),
        limited ? names.standing(used.tier()) : Standing.NORMAL.in(used.tier()),
        basis.terms(),
        used.quote() == null ? null : new Market.Quoted(used.quote(), null),
        used.conversionRate(),
        limited ? names.limits() : null,
        basis.restricted() == null ? null : Restriction.valueOf(basis.restricted()),
        basis.control() == null ? null : RecordedControl.of(basis.control()),
        new Exposure(used.position(), used.workingBuy(), used.workingSell(), basis.fateUnknown()),
        basis.named() == null ? null : Named.of(basis.named(), basis.signal()),
        basis.child(),
        new Background(new Recorded(basis)),
        used.offsets(),
        true);
  }

  /** What was read then. */
  private record Recorded(DecisionBasis basis) implements Background.Source {
    @Override
    public AccountSnapshot account(OrderDraft draft, Ground ground) {
      if (basis.account() == null) {
        throw new IllegalStateException("what the account had besides is not in it");
      }
      return basis.account();
    }

    @Override
    public @Nullable VolumesByTime volumes() {
      return basis.volumes();
    }
  }
}

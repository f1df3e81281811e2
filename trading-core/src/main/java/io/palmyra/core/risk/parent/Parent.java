package io.palmyra.core.risk.parent;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An approved order that is worked off in children. {@code taken} is what its children have filled
 * and may still fill; it never comes to be more than the order's quantity, because no child is
 * larger than the rest.
 *
 * @param draft the whole order
 * @param signalId what it came from
 * @param source who proposed it
 * @param plan when its children go
 * @param taken by children, 0 or more
 * @param filled by children, at most taken
 * @param working how many children are open
 * @param unknown of how many of them the fate is unknown
 * @param released how many children went
 * @param failures how many of the last children ended without a fill
 * @param lastAt when the last child went, or once it stops the last cancel; in market time
 * @param withheld code for which the next child is held back, as last told; null for none
 * @param stopping why no more children go, null while they do
 * @param ended whether it is over
 */
public record Parent(
    OrderDraft draft,
    SignalId signalId,
    SignalSource source,
    Plan plan,
    Quantity taken,
    Quantity filled,
    int working,
    int unknown,
    int released,
    int failures,
    Instant lastAt,
    @Nullable String withheld,
    @Nullable String stopping,
    boolean ended) {
  private static final int LEG = 1;
  private static final int MOST_DOUBLINGS = 6;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration CANCEL_AGAIN = Duration.ofSeconds(10);

  /** A parent that was just approved. */
  public static Parent approved(
      OrderDraft draft, SignalId signalId, SignalSource source, Plan plan, Instant now) {
    return new Parent(
        draft,
        signalId,
        source,
        plan,
        Quantity.ZERO,
        Quantity.ZERO,
        0,
        0,
        0,
        0,
        now,
        null,
        null,
        false);
  }

  /** Its name, which no order at the venue has. */
  public ClientOrderId id() {
    return draft.clientOrderId();
  }

  /** What is neither filled nor in an open child; 0 or more. */
  public Quantity rest() {
    Quantity rest = draft.quantity().minus(taken);
    return rest.signum() > 0 ? rest : Quantity.ZERO;
  }

  /** Name of the next child. The same until it has gone, so that a restart can only repeat it. */
  public ClientOrderId nextChild() {
    return child(signalId, released);
  }

  /**
   * Name of a child.
   *
   * @param slice place among the parent's children, from 0
   */
  public static ClientOrderId child(SignalId signal, int slice) {
    return ClientOrderId.of(signal, LEG, slice, 0);
  }

  /** Whether the next child's time has come. */
  public boolean isDue(Instant now) {
    return stopping == null
        && rest().signum() > 0
        && plan.isDue(released, working, now)
        && (released == 0 || !now.isBefore(lastAt.plus(pause())));
  }

  /** After children that ended without a fill the next one waits longer, up to a minute. */
  private Duration pause() {
    if (failures == 0) {
      return plan.pause();
    }
    Duration longer = Duration.ofSeconds(1L << Math.min(failures, MOST_DOUBLINGS));
    return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }

  /** Whether children that are open although it stops are to be canceled again. */
  public boolean isDueToCancel(Instant now) {
    return stopping != null && working > 0 && !now.isBefore(lastAt.plus(CANCEL_AGAIN));
  }

  /** Takes what became of a child: {@code before} is as this was last told of it. */
  public Parent followed(Child before, Child now) {
    boolean fillsMore = now.filled().compareTo(before.filled()) > 0;
    boolean failed = before.open() && !now.open() && now.filled().signum() == 0;
    return new Parent(
        draft,
        signalId,
        source,
        plan,
        taken.plus(now.taken().minus(before.taken())),
        filled.plus(now.filled().minus(before.filled())),
        working + count(now.open()) - count(before.open()),
        unknown + count(now.open() && now.unknown()) - count(before.open() && before.unknown()),
        released,
        fillsMore ? 0 : failures + count(failed),
        lastAt,
        withheld,
        stopping,
        ended);
  }

  private static int count(boolean one) {
    return one ? 1 : 0;
  }

  /** A child goes; what it takes is told by {@link #followed}. */
  public Parent released(Instant now) {
    return with(released + 1, now, null, stopping, ended);
  }

  /** The next child is held back. */
  public Parent withholding(String code) {
    return with(released, lastAt, code, stopping, ended);
  }

  /** No more children go; the first reason stays. */
  public Parent stopped(String why) {
    return stopping == null ? with(released, Instant.EPOCH, withheld, why, ended) : this;
  }

  /** Its open children are being canceled. */
  public Parent canceling(Instant now) {
    return with(released, now, withheld, stopping, ended);
  }

  /** It is over. */
  public Parent end() {
    return with(released, lastAt, withheld, stopping, true);
  }

  private Parent with(
      int nowReleased,
      Instant nowAt,
      @Nullable String nowWithheld,
      @Nullable String nowStopping,
      boolean nowEnded) {
    return new Parent(
        draft,
        signalId,
        source,
        plan,
        taken,
        filled,
        working,
        unknown,
        nowReleased,
        failures,
        nowAt,
        nowWithheld,
        nowStopping,
        nowEnded);
  }
}

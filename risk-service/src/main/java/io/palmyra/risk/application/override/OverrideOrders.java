package io.palmyra.risk.application.override;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.core.risk.DenialCode;
import io.palmyra.core.risk.Waivers;
import io.palmyra.platform.lane.Lane;
import io.palmyra.platform.lane.LaneTransaction;
import io.palmyra.platform.time.Ids;
import io.palmyra.risk.application.DecideSignals;
import io.palmyra.risk.application.Decided;
import io.palmyra.risk.application.override.OrderOverride.State;
import io.palmyra.risk.application.reporting.Audit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets a named order fail one check, where one person proposes it and another approves it before it
 * expires. It is decided at the approval, once, and must pass every other check of that moment.
 */
public final class OverrideOrders {
  /** The longest that a proposal may wait. */
  public static final Duration LONGEST = Duration.ofHours(1);

  private final OverrideStore store;
  private final DecideSignals decide;
  private final Audit audit;
  private final Supplier<Lane> lane;
  private final Ids ids;
  private final InstantSource clock;

  /**
   * @param lane in which accounts are decided for; asked for once it is there
   * @param clock wall time
   */
  public OverrideOrders(
      OverrideStore store,
      DecideSignals decide,
      Audit audit,
      Supplier<Lane> lane,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.decide = decide;
    this.audit = audit;
    this.lane = lane;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Proposes that an order be let through.
   *
   * @param order as it is wanted, under the name that it gets
   * @param check that it may fail, one of {@link Waivers#ALLOWED}
   * @param validFor how long it may be approved, up to {@link #LONGEST}
   */
  public OrderOverride propose(
      AccountId account,
      Function<ClientOrderId, OrderDraft> order,
      DenialCode check,
      String who,
      String reason,
      Duration validFor) {
    String id = ids.get();
    Instant now = clock.instant();
    var source = new SignalSource("person:" + who);
    SignalId signal = SignalId.of(source, account, "override/" + id);
    var proposed =
        new OrderOverride(
            id,
            account,
            signal,
            source,
            order.apply(ClientOrderId.of(signal, 0, 0, 0)),
            check,
            who,
            now,
            reason,
            now.plus(validFor),
            State.PROPOSED,
            null,
            null,
            null);
    store.propose(proposed);
    audit.record(who, "override-proposed", target(proposed), reason, null, proposed);
    return proposed;
  }

  /** What an approval came to. */
  public sealed interface Approval {
    /** Decided, and durable. */
    record Taken(OrderOverride override, Decided decided) implements Approval {}

    /** Somebody approved or refused it before. */
    record Over() implements Approval {}

    /** It has waited for too long. */
    record Expired() implements Approval {}

    /** Who proposed it can't approve it. */
    record Own() implements Approval {}
  }

  /**
   * Approves one: the order is decided at once.
   *
   * @return once that is durable; exceptionally if the account is not this instance's or the
   *     database can't be used
   */
  public CompletableFuture<Approval> approve(OrderOverride proposed, String who, String reason) {
    if (proposed.proposedBy().equals(who)) {
      return CompletableFuture.completedFuture(new Approval.Own());
    }
    return lane.get()
        .<Approval>submit(proposed.account(), tx -> approve(proposed, who, tx))
        .thenApply(
            approval -> {
              if (approval instanceof Approval.Taken taken) {
                audit.record(
                    who, "override-approved", target(proposed), reason, proposed, taken.override());
              }
              return approval;
            });
  }

  private Approval approve(OrderOverride proposed, String who, LaneTransaction transaction) {
    Instant now = clock.instant();
    if (now.isAfter(proposed.expiresAt())) {
      return new Approval.Expired();
    }
    if (store.find(proposed.id()).filter(OrderOverride::waits).isEmpty()) {
      return new Approval.Over();
    }
    Optional<Decided> decided = decide.override(proposed::requested, proposed.approvedBy(who));
    if (decided.isEmpty()) {
      return new Approval.Over();
    }
    OrderOverride approved = proposed.decided(State.APPROVED, who, now, outcome(decided.get()));
    if (!store.decide(approved)) {
      throw new IllegalStateException("override " + proposed.id() + " does not wait any more");
    }
    decided.get().publishTo(transaction);
    return new Approval.Taken(approved, decided.get());
  }

  private static String outcome(Decided decided) {
    return switch (decided.decision()) {
      case SignalAccepted _ -> "ACCEPTED";
      case SignalDenied denied -> denied.code();
      case null, default ->
          throw new IllegalStateException("no decision on a signal: " + decided.decision());
    };
  }

  /**
   * Refuses one, or takes it back.
   *
   * @return empty if it does not wait any more
   */
  public Optional<OrderOverride> refuse(OrderOverride proposed, String who, String reason) {
    OrderOverride refused = proposed.decided(State.REFUSED, who, clock.instant(), null);
    if (!store.decide(refused)) {
      return Optional.empty();
    }
    audit.record(who, "override-refused", target(proposed), reason, proposed, refused);
    return Optional.of(refused);
  }

  private static String target(OrderOverride override) {
    return "overrides/" + override.id();
  }
}

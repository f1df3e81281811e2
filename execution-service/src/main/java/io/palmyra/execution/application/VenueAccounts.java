package io.palmyra.execution.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.orderevent.AccountHaltRequested;
import io.palmyra.platform.stream.ReadingLoop;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;

/** All accounts of this instance, held or waited for. */
public final class VenueAccounts implements SmartLifecycle, ReadingLoop {
  private final List<VenueAccount> accounts;
  private volatile boolean running;

  /**
   * How an account stands with this instance.
   *
   * @param account which
   * @param venue where its orders go
   * @param held whether this instance holds its lease
   * @param epoch fencing epoch, 0 while not held
   * @param armed whether orders are sent
   * @param reason why not, empty if they are
   */
  public record Standing(
      AccountId account, String venue, boolean held, long epoch, boolean armed, String reason) {}

  public VenueAccounts(List<AccountIdentity> identities, AccountParts parts) {
    this.accounts = identities.stream().map(identity -> new VenueAccount(identity, parts)).toList();
  }

  /** How all accounts stand. */
  public List<Standing> standings() {
    return accounts.stream().map(VenueAccounts::standing).toList();
  }

  private static Standing standing(VenueAccount account) {
    Arming.Now arming = account.arming();
    return new Standing(
        account.id(),
        account.identity().venue().value(),
        account.held().isPresent(),
        account.held().map(io.palmyra.platform.lease.Held::epoch).orElse(0L),
        arming.armed(),
        Objects.requireNonNullElse(
            arming.flag(), Objects.requireNonNullElse(arming.unlike(), arming.waitingFor())));
  }

  /**
   * Cancels an order now; a person's cancels wait for nothing else.
   *
   * @return completes when it is under way; fails with NotOwnerException where another holds it
   */
  public CompletableFuture<?> cancel(AccountId account, ClientOrderId id, String reason) {
    return find(account)
        .<CompletableFuture<?>>map(found -> found.cancel(id, reason))
        .orElseGet(
            () ->
                CompletableFuture.failedFuture(
                    new io.palmyra.platform.lane.NotOwnerException(account)));
  }

  /** Publishes a request for a halt on order-events; fails where the account's lane is not open. */
  CompletableFuture<?> announce(AccountHaltRequested request) {
    return find(request.account())
        .<CompletableFuture<?>>map(found -> found.announce(request))
        .orElseGet(
            () ->
                CompletableFuture.failedFuture(
                    new io.palmyra.platform.lane.NotOwnerException(request.account())));
  }

  /** Keeps an account unarmed until a person takes the flag away. */
  public Optional<Long> unarm(AccountId account, String why) {
    Optional<VenueAccount> found = find(account);
    found.ifPresent(each -> each.unarm(why));
    return found.flatMap(VenueAccount::held).map(io.palmyra.platform.lease.Held::epoch);
  }

  /** Takes the flag away that keeps an account unarmed. */
  public boolean rearm(AccountId account) {
    Optional<VenueAccount> found = find(account).filter(each -> each.held().isPresent());
    found.ifPresent(VenueAccount::rearm);
    return found.isPresent();
  }

  private Optional<VenueAccount> find(AccountId account) {
    return accounts.stream().filter(each -> each.id().equals(account)).findFirst();
  }

  @Override
  public void start() {
    running = true;
    accounts.forEach(VenueAccount::start);
  }

  @Override
  public void stop() {
    try (Stream<VenueAccount> all = accounts.parallelStream()) {
      all.forEach(VenueAccount::stop);
    }
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public String name() {
    return "venue-accounts";
  }

  @Override
  public boolean alive() {
    return accounts.stream().allMatch(VenueAccount::alive);
  }

  @Override
  public Optional<String> failure() {
    return accounts.stream().flatMap(account -> account.failure().stream()).findFirst();
  }
}

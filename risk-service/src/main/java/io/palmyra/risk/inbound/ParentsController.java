package io.palmyra.risk.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.CurrentUser;
import io.palmyra.platform.security.ForTraders;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.web.Problems;
import io.palmyra.risk.application.CancelParents;
import io.palmyra.risk.application.ParentLog;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders that are worked off in children, and their cancels. */
@RestController
@RequestMapping("/api/v1/parents")
class ParentsController {
  private static final long PATIENCE_SECONDS = 5;

  private final ParentLog log;
  private final CancelParents cancels;
  private final AskedAccounts asked;
  private final CurrentUser user;
  private final AccountAccess access;

  ParentsController(
      ParentLog log,
      CancelParents cancels,
      AskedAccounts asked,
      CurrentUser user,
      AccountAccess access) {
    this.log = log;
    this.cancels = cancels;
    this.asked = asked;
    this.user = user;
    this.access = access;
  }

  @GetMapping
  @ForViewers
  @Operation(summary = "Orders that are or were worked off in children, newest first")
  Items<ParentBody> parents(
      @RequestParam @Nullable AccountId account,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    List<AccountId> of = asked.of(account);
    return new Items<>(
        of.isEmpty() ? List.of() : log.latest(of, limit).stream().map(ParentBody::of).toList());
  }

  @GetMapping("/{clientOrderId}")
  @ForViewers
  @Operation(summary = "One of them")
  ParentBody parent(@PathVariable ClientOrderId clientOrderId) {
    return ParentBody.of(visible(clientOrderId));
  }

  @DeleteMapping("/{clientOrderId}")
  @ForTraders
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Let no more children go, and cancel those that are open")
  void cancel(@PathVariable ClientOrderId clientOrderId) {
    ParentLog.OfAccount stored = visible(clientOrderId);
    if (!canceled(stored)) {
      throw Problems.conflict("Order " + clientOrderId.value() + " has ended.");
    }
  }

  private boolean canceled(ParentLog.OfAccount stored) {
    try {
      return cancels
          .cancel(stored.account(), stored.parent(), user.name())
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problems.unavailable("Risk is stopping.");
    } catch (ExecutionException | TimeoutException e) {
      throw Problems.unavailable("The cancel is not known to be taken. Ask again.");
    }
  }

  private ParentLog.OfAccount visible(ClientOrderId id) {
    return log.named(id)
        .filter(stored -> access.covers(stored.account()))
        .orElseThrow(() -> Problems.notFound("parent order", id.value()));
  }
}

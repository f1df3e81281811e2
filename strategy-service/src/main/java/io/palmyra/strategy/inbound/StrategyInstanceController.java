package io.palmyra.strategy.inbound;

import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.CurrentUser;
import io.palmyra.platform.security.ForTraders;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.web.Problems;
import io.palmyra.strategy.application.EditInstances;
import io.palmyra.strategy.application.Fleet;
import io.palmyra.strategy.application.InstanceStore;
import io.palmyra.strategy.application.StrategyInstance;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Instances: what there is, and making, tuning, pausing and resuming them. */
@RestController
@RequestMapping("/api/v1/strategy-instances")
class StrategyInstanceController {
  private final InstanceStore store;
  private final EditInstances edit;
  private final Fleet fleet;
  private final AccountAccess access;
  private final CurrentUser user;

  StrategyInstanceController(
      InstanceStore store,
      EditInstances edit,
      Fleet fleet,
      AccountAccess access,
      CurrentUser user) {
    this.store = store;
    this.edit = edit;
    this.fleet = fleet;
    this.access = access;
    this.user = user;
  }

  @GetMapping
  @ForViewers
  Items<InstanceView> list() {
    return new Items<>(
        access.visible(store.all(), StrategyInstance::account).stream()
            .map(InstanceView::of)
            .toList());
  }

  @PostMapping
  @ForTraders
  @ResponseStatus(HttpStatus.CREATED)
  InstanceView make(@Valid @RequestBody MakeRequest request) {
    access.require(request.account());
    return applied(edit.make(request.wanted(), actor()));
  }

  @PatchMapping("/{id}")
  @ForTraders
  InstanceView tune(@PathVariable StrategyInstanceId id, @Valid @RequestBody TuneRequest request) {
    requireVisible(id);
    return applied(edit.tune(id, request.changes(), request.capital(), actor()));
  }

  @PostMapping("/{id}/pause")
  @ForTraders
  InstanceView pause(@PathVariable StrategyInstanceId id) {
    requireVisible(id);
    return applied(edit.pause(id, actor()));
  }

  @PostMapping("/{id}/resume")
  @ForTraders
  InstanceView resume(@PathVariable StrategyInstanceId id) {
    requireVisible(id);
    return applied(edit.resume(id, actor()));
  }

  @GetMapping("/{id}/history")
  @ForViewers
  Items<ChangeView> history(@PathVariable StrategyInstanceId id) {
    requireVisible(id);
    return new Items<>(store.history(id).stream().map(ChangeView::of).toList());
  }

  private InstanceView applied(StrategyInstance instance) {
    fleet.turn();
    return InstanceView.of(instance);
  }

  private void requireVisible(StrategyInstanceId id) {
    if (!access.covers(edit.require(id).account())) {
      throw Problems.notFound("strategy instance", id);
    }
  }

  private String actor() {
    return "person:" + user.name();
  }
}

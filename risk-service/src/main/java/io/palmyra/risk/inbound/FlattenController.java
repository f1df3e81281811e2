package io.palmyra.risk.inbound;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.CurrentUser;
import io.palmyra.platform.security.ForRiskManagers;
import io.palmyra.platform.settings.AccountSettings;
import io.palmyra.platform.settings.PlatformProperties;
import io.palmyra.platform.web.Problems;
import io.palmyra.risk.application.FlattenPositions;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Closes positions under a halt. */
@RestController
class FlattenController {
  private static final long PATIENCE_SECONDS = 5;

  private final FlattenPositions flatten;
  private final PlatformProperties platform;
  private final CurrentUser user;
  private final AccountAccess access;

  FlattenController(
      FlattenPositions flatten,
      PlatformProperties platform,
      CurrentUser user,
      AccountAccess access) {
    this.flatten = flatten;
    this.platform = platform;
    this.user = user;
    this.access = access;
  }

  @PostMapping("/api/v1/halts/flatten")
  @ForRiskManagers
  @Operation(summary = "Close what is held within a halt's scope, in the halt's name")
  Items<FlattenedBody> flatten(@Valid @RequestBody LiftRequest request) {
    HaltChanged halt = halt(request);
    List<AccountId> accounts = accounts();
    return FlattenedBody.answered(
        () ->
            flatten
                .flatten(halt, accounts, request.reason(), user.name())
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private HaltChanged halt(LiftRequest request) {
    new HaltVisibility(access).require(request.scope());
    if (request.scope().ofStrategy()) {
      throw Problems.invalid(
          "halt",
          request.halt(),
          "a halt of all, an account or an instrument: these hold positions");
    }
    return flatten
        .holding(request.halt())
        .orElseThrow(() -> Problems.notFound("active halt", request.halt()));
  }

  private List<AccountId> accounts() {
    return access.visible(platform.accounts(), AccountSettings::id).stream()
        .map(AccountSettings::id)
        .toList();
  }
}

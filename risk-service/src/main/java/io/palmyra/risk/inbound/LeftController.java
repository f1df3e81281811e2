package io.palmyra.risk.inbound;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.settings.AccountSettings;
import io.palmyra.platform.settings.PlatformProperties;
import io.palmyra.platform.web.Problems;
import io.palmyra.risk.application.SeeLeft;
import io.palmyra.risk.application.control.ControlView;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The report of a kill. */
@RestController
class LeftController {
  private static final long PATIENCE_SECONDS = 5;

  private final SeeLeft left;
  private final ControlView view;
  private final PlatformProperties platform;
  private final AccountAccess access;

  LeftController(
      SeeLeft left, ControlView view, PlatformProperties platform, AccountAccess access) {
    this.left = left;
    this.view = view;
    this.platform = platform;
    this.access = access;
  }

  @GetMapping("/api/v1/halts/left")
  @ForViewers
  @Operation(summary = "What a halt has left within its scope: open orders and positions")
  LeftBody left(@RequestParam String halt) {
    HaltChanged placed = placed(halt);
    List<AccountId> accounts =
        access.visible(platform.accounts(), AccountSettings::id).stream()
            .map(AccountSettings::id)
            .toList();
    return LeftBody.answered(
        halt, () -> left.of(placed, accounts).get(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private HaltChanged placed(String key) {
    HaltChanged halt =
        view.current()
            .flatMap(control -> control.halt(key))
            .orElseThrow(() -> Problems.notFound("halt", key));
    new HaltVisibility(access).require(halt.scope());
    return halt;
  }
}

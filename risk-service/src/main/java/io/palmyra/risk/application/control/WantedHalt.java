package io.palmyra.risk.application.control;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.HaltId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A halt that a service asked for. The same code and detail make the same halt, so that repeats
 * coincide.
 *
 * @param account whose state it is kept with
 * @param scope what it halts
 * @param code stable, such as SEQUENCE_GAP
 * @param detail for people
 * @param at when it was asked for, in wall time
 * @param cancelOrders whether open orders go with it
 */
public record WantedHalt(
    AccountId account,
    HaltScope scope,
    String code,
    String detail,
    Instant at,
    boolean cancelOrders) {
  private static final int LONGEST_CODE = 40;

  /** A halt of a whole account. */
  public static WantedHalt of(AccountId account, String code, String detail, Instant at) {
    return new WantedHalt(account, HaltScope.of(account), code, detail, at, false);
  }

  /** A halt of a whole account with which its open orders go. */
  public static WantedHalt canceling(AccountId account, String code, String detail, Instant at) {
    return new WantedHalt(account, HaltScope.of(account), code, detail, at, true);
  }

  /** Key of the halt on control. */
  public String key() {
    return halt().key();
  }

  /** The halt as it would stand on control. */
  HaltChanged halt() {
    return new HaltChanged(
        scope,
        haltId(),
        HaltStatus.ACTIVE,
        HaltMode.HALTED,
        RiskTier.NORMAL,
        code + ": " + detail,
        "service:risk",
        at,
        cancelOrders,
        true);
  }

  private HaltId haltId() {
    String name = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String cause =
        UUID.nameUUIDFromBytes((code + "|" + detail).getBytes(StandardCharsets.UTF_8)).toString();
    String shortened = name.substring(0, Math.min(LONGEST_CODE, name.length()));
    return new HaltId("h-" + shortened + "-" + cause.substring(0, 8));
  }
}

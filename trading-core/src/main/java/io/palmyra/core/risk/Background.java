package io.palmyra.core.risk;

import io.palmyra.contracts.decision.AccountSnapshot;
import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.decision.VolumesByTime;
import org.jspecify.annotations.Nullable;

/**
 * What a decision looks at only once there is an order: the rest of the account, and volumes. It
 * remembers what was read, because that is part of the decision's record.
 */
final class Background {
  private final Source source;
  private @Nullable AccountSnapshot account;
  private @Nullable VolumesByTime volumes;

  /** Where it is read. */
  interface Source {
    /**
     * What of the account an order is compared with.
     *
     * @param ground what the order is measured with
     */
    AccountSnapshot account(OrderDraft draft, Ground ground);

    /** What the instrument trades when, null if that is not known. */
    @Nullable VolumesByTime volumes();
  }

  Background(Source source) {
    this.source = source;
  }

  AccountSnapshot readAccount(OrderDraft draft, Ground ground) {
    account = source.account(draft, ground);
    return account;
  }

  @Nullable VolumesByTime readVolumes() {
    volumes = source.volumes();
    return volumes;
  }

  /** What of the account was read, null if nothing was. */
  @Nullable AccountSnapshot account() {
    return account;
  }

  /** What volumes were read, null if none were. */
  @Nullable VolumesByTime volumes() {
    return volumes;
  }
}

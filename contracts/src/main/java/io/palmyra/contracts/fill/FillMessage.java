package io.palmyra.contracts.fill;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;

/** What stands on {@code fills}. */
public sealed interface FillMessage extends Message permits FillRecorded, FillAmended {
  /** Which fill. */
  FillId fillId();

  /** Whose. */
  AccountId account();

  /** What it traded. */
  InstrumentId instrument();
}

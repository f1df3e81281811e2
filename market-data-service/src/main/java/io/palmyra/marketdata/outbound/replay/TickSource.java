package io.palmyra.marketdata.outbound.replay;

import io.palmyra.contracts.market.QuoteTick;
import java.io.Closeable;
import java.io.IOException;

/** A file of recorded history, read row by row. */
interface TickSource extends Closeable {
  /**
   * Reads one row and gives its ticks, or what is wrong with it.
   *
   * @return false at the end
   */
  boolean read(Rows rows) throws IOException;

  /** Takes what a row holds. */
  interface Rows {
    /** A tick of the row at a line. */
    void tick(QuoteTick tick, long line);

    /** A row that gives no tick. */
    void reject(long line, String cause, String text);
  }
}

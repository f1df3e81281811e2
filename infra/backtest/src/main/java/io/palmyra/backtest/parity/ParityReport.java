package io.palmyra.backtest.parity;

import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parity of live trading and backtest in a time.
 *
 * @param from first moment, by the clocks that recorded
 * @param until first moment after it
 * @param instances that ran then
 * @param orders of the accounts that were asked for
 */
public record ParityReport(
    String from, String until, List<InstanceReport> instances, OrdersReport orders) {

  /** Whether all signals and orders came out the same. */
  public boolean same() {
    return instances.stream().allMatch(each -> each.signals().whole())
        && orders.decisions().whole()
        && orders.orders().whole();
  }

  /** Whether nothing was signalled or decided. */
  boolean isEmpty() {
    return signals().all() + orders.decisions().all() + orders.orders().all() == 0;
  }

  /** All signals together. */
  public Score signals() {
    return instances.stream().map(InstanceReport::signals).reduce(Score.NONE, Score::plus);
  }

  /** As JSON. */
  public String json() {
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this);
  }

  /** In words, for a terminal. */
  public void tell(PrintStream out) {
    new ParityText(out).write(this);
  }
}

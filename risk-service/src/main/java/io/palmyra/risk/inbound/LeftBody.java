package io.palmyra.risk.inbound;

import io.palmyra.platform.web.Problems;
import io.palmyra.risk.application.SeeLeft;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What a halt has left within its scope.
 *
 * @param halt its key
 * @param canceled whether every order that it cancels is gone
 * @param orders that are open
 * @param positions that are held; flattening closes them
 */
record LeftBody(
    String halt, boolean canceled, List<LeftOrderBody> orders, List<LeftPositionBody> positions) {

  /**
   * An order that is open.
   *
   * @param account whose
   * @param clientOrderId which
   * @param instrument what
   * @param side of it
   * @param leavesQuantity what may still fill
   * @param source who proposed it
   * @param state WORKING, or UNKNOWN while its fate is not known; its cancel is tried until it is
   * @param spared whether the halt leaves it on purpose
   */
  record LeftOrderBody(
      String account,
      String clientOrderId,
      String instrument,
      String side,
      String leavesQuantity,
      String source,
      String state,
      boolean spared) {
    static LeftOrderBody of(SeeLeft.LeftOrder left) {
      var order = left.order();
      return new LeftOrderBody(
          left.account().value(),
          order.draft().clientOrderId().value(),
          order.draft().instrument().value(),
          order.draft().side().name(),
          order.draft().quantity().minus(order.cumulative()).toString(),
          order.source().value(),
          order.unknown() ? "UNKNOWN" : "WORKING",
          left.spared());
    }
  }

  /** A position; its quantity is signed. */
  record LeftPositionBody(String account, String instrument, String quantity) {
    static LeftPositionBody of(SeeLeft.LeftPosition left) {
      return new LeftPositionBody(
          left.account().value(), left.instrument().value(), left.quantity().toString());
    }
  }

  /** 503 if it can't be told now. */
  static LeftBody answered(String halt, Callable<SeeLeft.Left> looking) {
    try {
      SeeLeft.Left left = looking.call();
      return new LeftBody(
          halt,
          left.orders().stream().allMatch(SeeLeft.LeftOrder::spared),
          left.orders().stream().map(LeftOrderBody::of).toList(),
          left.positions().stream().map(LeftPositionBody::of).toList());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problems.unavailable("Risk is stopping.");
    } catch (Exception e) {
      throw Problems.unavailable("What is left is not known now. Ask again.");
    }
  }
}

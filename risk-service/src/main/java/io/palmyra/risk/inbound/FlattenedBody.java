package io.palmyra.risk.inbound;

import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.platform.web.Problems;
import io.palmyra.risk.application.Decided;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of one position that was to be closed.
 *
 * @param account whose
 * @param instrument of the position
 * @param outcome ACCEPTED or DENIED
 * @param clientOrderId the order that closes it, absent if it was denied
 * @param quantity of that order, absent if it was denied
 * @param code why it was denied, absent if it was not
 */
record FlattenedBody(
    String account,
    String instrument,
    String outcome,
    @Nullable String clientOrderId,
    @Nullable String quantity,
    @Nullable String code) {

  /** 503 if what was decided is not known to be durable; it may be asked for again. */
  static Items<FlattenedBody> answered(Callable<List<Decided>> flattening) {
    try {
      return new Items<>(flattening.call().stream().map(FlattenedBody::of).toList());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problems.unavailable("Risk is stopping.");
    } catch (Exception e) {
      throw Problems.unavailable(
          "Not every position is known to be closed. Look at them, and ask again.");
    }
  }

  private static FlattenedBody of(Decided made) {
    if (made.decision() instanceof SignalDenied denied) {
      return new FlattenedBody(
          made.account().value(), denied.instrument().value(), "DENIED", null, null, denied.code());
    }
    return made.commands().stream()
        .filter(SubmitOrder.class::isInstance)
        .map(SubmitOrder.class::cast)
        .map(FlattenedBody::of)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no order by " + made.decision()));
  }

  private static FlattenedBody of(SubmitOrder order) {
    return new FlattenedBody(
        order.account().value(),
        order.instrument().value(),
        "ACCEPTED",
        order.clientOrderId().value(),
        order.quantity().toString(),
        null);
  }
}

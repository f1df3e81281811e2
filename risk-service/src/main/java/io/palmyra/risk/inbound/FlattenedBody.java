package io.palmyra.risk.inbound;

import io.palmyra.contracts.decision.Decision;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDenied;
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
      return new Items<>(
          flattening.call().stream().map(made -> FlattenedBody.of(made.decision())).toList());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problems.unavailable("Risk is stopping.");
    } catch (Exception e) {
      throw Problems.unavailable(
          "Not every position is known to be closed. Look at them, and ask again.");
    }
  }

  private static FlattenedBody of(Decision decision) {
    return switch (decision) {
      case SignalAccepted accepted ->
          new FlattenedBody(
              accepted.account().value(),
              accepted.instrument().value(),
              "ACCEPTED",
              accepted.clientOrderId().value(),
              accepted.order() == null ? null : accepted.order().quantity().toString(),
              null);
      case SignalDenied denied ->
          new FlattenedBody(
              denied.account().value(),
              denied.instrument().value(),
              "DENIED",
              null,
              null,
              denied.code());
    };
  }
}

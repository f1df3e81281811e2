package io.palmyra.execution;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of execution.
 *
 * @param mode whether orders are sent, and where to
 * @param realOrdersConfirmed second setting without which mode live refuses to start
 * @param controlStaleAfter age of risk's last heartbeat above which nothing is sent
 * @param haltAfterStale how long control may be stale before a halt of the account is asked for
 * @param answerWithin after which an order without answer is unknown
 * @param reconcileEvery time from one comparison with the venue's books to the next, 1 s or more
 * @param venueSecret with which sessions log on to the simulated venue
 * @param simulated where the simulated venue is
 */
@Validated
@ConfigurationProperties("palmyra.execution")
public record ExecutionProperties(
    @DefaultValue("paper") @NotNull Mode mode,
    @DefaultValue("false") boolean realOrdersConfirmed,
    @DefaultValue("3s") @NotNull Duration controlStaleAfter,
    @DefaultValue("60s") @NotNull Duration haltAfterStale,
    @DefaultValue("2s") @NotNull Duration answerWithin,
    @DefaultValue("60s") @NotNull @DurationMin(seconds = 1) Duration reconcileEvery,
    @NotBlank String venueSecret,
    @DefaultValue @Valid Simulated simulated) {

  /** What instances that trade beside each other must have in common, secrets and places apart. */
  String fingerprint() {
    return "%s-%s-%s-%s"
        .formatted(
            mode, controlStaleAfter.toMillis(), haltAfterStale.toMillis(), answerWithin.toMillis());
  }

  /** Whether orders are sent, and where to. */
  public enum Mode {
    /** To the simulated venue only. */
    PAPER,
    /** Nowhere: each ends as denied, right before it would leave. */
    DRY_RUN,
    /** To the venues of the accounts. */
    LIVE
  }

  /**
   * Where the simulated venue is.
   *
   * @param host its host
   * @param port of its protocol
   */
  public record Simulated(
      @DefaultValue("127.0.0.1") @NotBlank String host,
      @DefaultValue("8097") @Min(1) @Max(65535) int port) {}
}

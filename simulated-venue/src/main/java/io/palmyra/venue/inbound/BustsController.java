package io.palmyra.venue.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.core.venue.Outcome;
import io.palmyra.core.venue.VenueOrder;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.ForAdmins;
import io.palmyra.platform.web.Problems;
import io.palmyra.venue.application.Engine;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes fills back. */
@RestController
class BustsController {
  private final Engine engine;
  private final AccountAccess access;
  private final InstantSource clock;

  /**
   * A fill to be taken back.
   *
   * @param executionId which
   * @param reason why, 1 to 200 characters
   */
  record BustRequest(@NotNull ExecutionId executionId, @NotBlank @Size(max = 200) String reason) {}

  BustsController(Engine engine, AccountAccess access, InstantSource clock) {
    this.engine = engine;
    this.access = access;
    this.clock = clock;
  }

  @ForAdmins
  @Operation(summary = "Takes a fill back: position and cash are as if it had never been")
  @PostMapping("/api/v1/books/{account}/busts")
  @ResponseStatus(HttpStatus.CREATED)
  VenueOrder bust(@PathVariable AccountId account, @Valid @RequestBody BustRequest request) {
    access.require(account);
    Outcome outcome =
        engine
            .done(
                turn ->
                    turn.bust(account, request.executionId(), request.reason(), clock.instant()))
            .join();
    return switch (outcome) {
      case Outcome.Done done -> done.order();
      case Outcome.Refused _ ->
          throw Problems.notFound("fill that stands named", request.executionId().value());
    };
  }
}

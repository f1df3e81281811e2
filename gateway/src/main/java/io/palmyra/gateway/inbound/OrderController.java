package io.palmyra.gateway.inbound;

import io.palmyra.contracts.id.SignalId;
import io.palmyra.gateway.application.OrderEntry;
import io.palmyra.gateway.application.OrderTicket;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.CurrentUser;
import io.palmyra.platform.security.ForTraders;
import io.palmyra.platform.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders of people. */
@RestController
class OrderController {
  private final OrderEntry orders;
  private final CurrentUser user;
  private final AccountAccess access;

  OrderController(OrderEntry orders, CurrentUser user, AccountAccess access) {
    this.orders = orders;
    this.user = user;
    this.access = access;
  }

  record Taken(SignalId signalId) {}

  @PostMapping("/api/v1/orders")
  @ForTraders
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Propose an order; risk's decision comes on the stream")
  Taken enter(
      @RequestHeader("Idempotency-Key") String idempotencyKey,
      @Valid @RequestBody OrderTicket ticket) {
    if (!idempotencyKey.matches("[\\x21-\\x7e]{1,64}")) {
      throw Problems.invalid(
          "Idempotency-Key", idempotencyKey, "1 to 64 printable characters without spaces");
    }
    access.require(ticket.account());
    return new Taken(orders.enter(ticket, user.name(), idempotencyKey));
  }
}

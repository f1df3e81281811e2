package io.palmyra.execution.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.execution.application.CancelOrders;
import io.palmyra.execution.application.OrderViews;
import io.palmyra.execution.application.OrderViews.OrderView;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.CurrentUser;
import io.palmyra.platform.security.ForTraders;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders, and their cancels. */
@RestController
@RequestMapping("/api/v1/orders")
class OrdersController {
  private static final int MOST = 1000;

  private final OrderViews views;
  private final CancelOrders cancels;
  private final AccountAccess access;
  private final CurrentUser user;

  /** Orders in a list. */
  record Orders(List<OrderView> items) {}

  /** Which orders are asked for. */
  enum Status {
    OPEN,
    ALL
  }

  OrdersController(OrderViews views, CancelOrders cancels, AccountAccess access, CurrentUser user) {
    this.views = views;
    this.cancels = cancels;
    this.access = access;
    this.user = user;
  }

  @ForViewers
  @Operation(summary = "Orders of an account, the newest first")
  @GetMapping
  Orders orders(
      @RequestParam AccountId account,
      @RequestParam(defaultValue = "open") String status,
      @RequestParam(defaultValue = "100") int limit) {
    access.require(account);
    if (limit < 1 || limit > MOST) {
      throw Problems.invalid("limit", limit, "1 to " + MOST);
    }
    return new Orders(views.newest(account, wanted(status) == Status.OPEN, limit));
  }

  private static Status wanted(String status) {
    return switch (status.toLowerCase(Locale.ROOT)) {
      case "open" -> Status.OPEN;
      case "all" -> Status.ALL;
      default -> throw Problems.invalid("status", status, "open or all");
    };
  }

  @ForViewers
  @Operation(summary = "One order")
  @GetMapping("/{clientOrderId}")
  OrderView order(@PathVariable ClientOrderId clientOrderId) {
    return visible(clientOrderId);
  }

  @ForTraders
  @Operation(summary = "Cancel what is open of an order; halts do not stop cancels")
  @DeleteMapping("/{clientOrderId}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void cancel(@PathVariable ClientOrderId clientOrderId) {
    cancels.cancel(visible(clientOrderId), user.caller().name());
  }

  private OrderView visible(ClientOrderId id) {
    OrderView order = views.one(id).orElseThrow(() -> Problems.notFound("order", id.value()));
    if (!access.covers(order.account())) {
      throw Problems.notFound("order", id.value());
    }
    return order;
  }
}

package io.palmyra.venue.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.venue.VenueBooks;
import io.palmyra.core.venue.VenueOrder;
import io.palmyra.core.venue.VenueRecord;
import io.palmyra.core.venue.protocol.ServerFrame;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.venue.application.Engine;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Collection;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The venue's own books: the oracle of all tests. */
@RestController
class BooksController {
  private final Engine engine;
  private final AccountAccess access;

  /** One account's books. */
  record BooksView(
      String account,
      long sequence,
      long epoch,
      Collection<VenueOrder> orders,
      List<VenueRecord> fills,
      List<ServerFrame.Held> positions,
      List<Money> cash) {}

  BooksController(Engine engine, AccountAccess access) {
    this.engine = engine;
    this.access = access;
  }

  @ForViewers
  @Operation(summary = "Orders, fills, positions and cash of an account, as the venue has them")
  @GetMapping("/api/v1/books/{account}")
  BooksView books(@PathVariable AccountId account) {
    access.require(account);
    return engine
        .ask(matching -> view(matching.books(account).orElseGet(() -> new VenueBooks(account))))
        .join();
  }

  private static BooksView view(VenueBooks books) {
    return new BooksView(
        books.account().value(),
        books.sequence(),
        books.epoch(),
        books.orders(),
        books.fillsAfter(0),
        books.instruments().stream()
            .map(held -> new ServerFrame.Held(held, books.position(held)))
            .toList(),
        books.cash());
  }
}

package io.palmyra.gateway.inbound;

import io.palmyra.gateway.application.audit.AuditEntry;
import io.palmyra.gateway.application.audit.AuditStore;
import io.palmyra.platform.security.ForAuditors;
import io.palmyra.platform.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who changed what. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {
  private static final int MOST = 1000;

  private final AuditStore store;

  AuditController(AuditStore store) {
    this.store = store;
  }

  /** An entry of the chain; before and after are JSON as the service wrote it. */
  record EntryView(
      long number,
      String messageId,
      String source,
      String actor,
      String action,
      String target,
      String reason,
      @Nullable String before,
      @Nullable String after,
      Instant at,
      String previousHash,
      String hash) {
    static EntryView of(AuditEntry entry) {
      var change = entry.change();
      return new EntryView(
          entry.number(),
          entry.messageId(),
          change.source(),
          change.actor(),
          change.action(),
          change.target(),
          change.reason(),
          change.before(),
          change.after(),
          change.at(),
          entry.previousHash(),
          entry.hash());
    }
  }

  record Entries(List<EntryView> items) {}

  @GetMapping
  @ForAuditors
  @Operation(
      summary = "Changes with greater numbers, in their order, each chained to the one before")
  Entries after(
      @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > MOST) {
      throw Problems.invalid("limit", limit, "1 to " + MOST);
    }
    return new Entries(store.after(after, limit).stream().map(EntryView::of).toList());
  }

  @GetMapping("/head")
  @ForAuditors
  @Operation(summary = "Number and hash of the newest entry: keep it elsewhere to compare later")
  AuditEntry.Head head() {
    return store.head();
  }
}

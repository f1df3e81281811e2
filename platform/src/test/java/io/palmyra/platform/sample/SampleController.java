package io.palmyra.platform.sample;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Side;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.CurrentUser;
import io.palmyra.platform.security.ForEveryone;
import io.palmyra.platform.security.ForTraders;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.web.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SampleController {
  private final AccountAccess access;
  private final CurrentUser user;

  SampleController(AccountAccess access, CurrentUser user) {
    this.access = access;
    this.user = user;
  }

  record Note(
      InstrumentId instrument,
      Side side,
      Price price,
      @Nullable Money fee,
      @Nullable Instant at,
      @Size(max = 5) @Nullable String text) {}

  @GetMapping("/api/v1/notes")
  @ForViewers
  Map<String, String> notes(
      @RequestParam AccountId account, @RequestParam(defaultValue = "1") int limit) {
    return Map.of("account", access.require(account).value(), "user", user.name());
  }

  @PostMapping("/api/v1/notes")
  @ForTraders
  Note add(@RequestBody @Valid Note note) {
    return note;
  }

  @GetMapping("/api/v1/broken/{how}")
  @ForViewers
  String broken(@PathVariable String how) {
    throw switch (how) {
      case "conflict" -> Problems.conflict("It is already so.");
      case "missing" -> Problems.notFound("note", how);
      default -> new IllegalStateException("secret-inner-detail");
    };
  }

  @GetMapping("/open/news")
  @ForEveryone
  Map<String, String> news() {
    return Map.of("news", "none");
  }
}

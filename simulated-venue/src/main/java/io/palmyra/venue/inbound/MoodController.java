package io.palmyra.venue.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.ForAdmins;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.web.Problems;
import io.palmyra.venue.application.Engine;
import io.palmyra.venue.application.Moods;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tells the venue to misbehave towards an account, as real ones do at times. */
@RestController
class MoodController {
  private static final Logger LOG = LoggerFactory.getLogger(MoodController.class);

  private final Moods moods;
  private final Engine engine;
  private final AccountAccess access;

  MoodController(Moods moods, Engine engine, AccountAccess access) {
    this.moods = moods;
    this.engine = engine;
    this.access = access;
  }

  @ForViewers
  @Operation(summary = "How the venue behaves towards an account")
  @GetMapping("/api/v1/moods/{account}")
  MoodBody mood(@PathVariable AccountId account) {
    access.require(account);
    return MoodBody.of(moods.towards(account));
  }

  @ForAdmins
  @Operation(
      summary =
          "Lets the venue be late, lose answers, repeat or reorder events, refuse, throttle, or"
              + " cancel on disconnect, towards an account and until it starts anew")
  @PutMapping("/api/v1/moods/{account}")
  MoodBody be(@PathVariable AccountId account, @Valid @RequestBody MoodBody body) {
    access.require(account);
    moods.be(body.mood(), account);
    LOG.info("mood account={} new={}", account, body.mood());
    return MoodBody.of(moods.towards(account));
  }

  @ForAdmins
  @Operation(summary = "Ends an account's session")
  @PostMapping("/api/v1/moods/{account}/disconnect")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void disconnect(@PathVariable AccountId account) {
    access.require(account);
    if (!engine.done(turn -> turn.disconnect(account)).join()) {
      throw Problems.notFound("session of", account.value());
    }
  }
}

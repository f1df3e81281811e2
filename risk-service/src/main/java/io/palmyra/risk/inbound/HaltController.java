package io.palmyra.risk.inbound;

import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.CurrentUser;
import io.palmyra.platform.security.ForHalting;
import io.palmyra.platform.security.ForRiskManagers;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.risk.application.control.ControlView;
import io.palmyra.risk.application.control.LiftHalt;
import io.palmyra.risk.application.control.PlaceHalt;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Halts: see, place, lift. Placing works without a database. */
@RestController
@RequestMapping("/api/v1/halts")
class HaltController {
  private final ControlView view;
  private final PlaceHalt place;
  private final LiftHalt lift;
  private final CurrentUser user;
  private final HaltVisibility visibility;

  HaltController(
      ControlView view, PlaceHalt place, LiftHalt lift, CurrentUser user, AccountAccess access) {
    this.view = view;
    this.place = place;
    this.lift = lift;
    this.user = user;
    this.visibility = new HaltVisibility(access);
  }

  /** Halts as they stand, ACTIVE ones first, newest first. */
  @GetMapping
  @ForViewers
  Items<HaltBody> halts() {
    return HaltAnswers.list(view.current(), visibility);
  }

  /** Halts trading in a scope; 503 if Kafka does not confirm it in time. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @ForHalting
  HaltBody place(@Valid @RequestBody HaltRequest request) {
    visibility.require(request.scope());
    return HaltAnswers.confirmed(() -> place.place(request.by(user.name())));
  }

  /** Lifts the one halt that is named. */
  @PostMapping("/lift")
  @ForRiskManagers
  HaltBody lift(@Valid @RequestBody LiftRequest request) {
    visibility.require(request.scope());
    return HaltAnswers.confirmed(
        () ->
            HaltAnswers.lifted(
                lift.lift(request.halt(), request.reason(), user.name()), request.halt()));
  }
}

package io.palmyra.venue.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.execution.SlidingCount;
import io.palmyra.core.venue.Matching;
import io.palmyra.core.venue.Outcome;
import io.palmyra.core.venue.VenueBooks;
import io.palmyra.core.venue.VenueOrder;
import io.palmyra.core.venue.VenueOrderStatus;
import io.palmyra.core.venue.VenueRecord;
import io.palmyra.core.venue.protocol.ClientFrame;
import io.palmyra.core.venue.protocol.ServerFrame;
import io.palmyra.platform.time.MonotonicClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one session asks for, done on the engine's thread. */
public final class SessionRequests {
  private static final Logger LOG = LoggerFactory.getLogger(SessionRequests.class);

  private final ClientSession session;
  private final VenueManners manners;
  private final byte[] secret;
  private final SlidingCount messages = new SlidingCount(Duration.ofSeconds(1));
  private final InstantSource clock;
  private final MonotonicClock monotonic;
  private volatile Optional<ClientFrame.LogOn> logOn = Optional.empty();

  /** Of one session. */
  public SessionRequests(
      ClientSession session, VenueManners manners, InstantSource clock, MonotonicClock monotonic) {
    this.session = session;
    this.manners = manners;
    this.secret = manners.secret().getBytes(StandardCharsets.UTF_8);
    this.clock = clock;
    this.monotonic = monotonic;
  }

  /** Does what a frame asks. */
  public void handle(EngineTurn turn, ClientFrame frame) {
    switch (frame) {
      case ClientFrame.Heartbeat _ -> {}
      case ClientFrame.LogOn request -> logOn(turn, request);
      case ClientFrame.Request request -> {
        if (logOn.isPresent()
            && Objects.equals(turn.sessions().of(logOn.get().account()), session)) {
          asked(turn, logOn.get(), request);
        } else {
          turn.answer(
              session,
              new ServerFrame.Refused(request.id(), "NO_SESSION", "no session stands here"));
          turn.close(session, "no session");
        }
      }
    }
  }

  /** The mood towards whoever logged on; good before. Any thread. */
  public Mood mood() {
    return logOn.map(stood -> manners.moods().towards(stood.account())).orElse(Mood.GOOD);
  }

  /** The connection is gone. */
  public void gone(EngineTurn turn) {
    logOn.ifPresent(
        stood -> {
          boolean current = Objects.equals(turn.sessions().of(stood.account()), session);
          turn.sessions().forget(stood.account(), session);
          if (current && mood().cancelsOnDisconnect()) {
            cancelAll(turn, stood);
          }
        });
  }

  private void cancelAll(EngineTurn turn, ClientFrame.LogOn stood) {
    VenueBooks books = turn.matching().books(stood.account()).orElseThrow();
    for (VenueOrder order : working(books)) {
      Outcome outcome =
          turn.matching()
              .cancel(
                  stood.account(),
                  stood.epoch(),
                  order.request().clientOrderId(),
                  "DISCONNECTED",
                  clock.instant());
      if (outcome instanceof Outcome.Done done) {
        turn.happened(done.records());
      }
    }
  }

  private static List<VenueOrder> working(VenueBooks books) {
    return books.orders().stream()
        .filter(order -> order.status() == VenueOrderStatus.WORKING)
        .toList();
  }

  /** Does what is asked for, in the mood that it is in. */
  private void asked(EngineTurn turn, ClientFrame.LogOn who, ClientFrame.Request request) {
    boolean trades =
        request instanceof ClientFrame.Submit
            || request instanceof ClientFrame.Cancel
            || request instanceof ClientFrame.Replace;
    Mood mood = mood();
    if (trades && !messages.takes(most(mood), monotonic.nanos())) {
      turn.answer(
          session,
          new ServerFrame.Refused(
              request.id(), "THROTTLED", "more than " + most(mood) + " messages in a second"));
    } else if (request instanceof ClientFrame.Submit && mood.refusesWith() != null) {
      turn.answer(
          session,
          new ServerFrame.Refused(request.id(), mood.refusesWith(), "the venue is in that mood"));
    } else if (trades && mood.losesAnswers()) {
      turn.untold(() -> answer(turn, who, request));
    } else {
      turn.answer(session, answer(turn, who, request));
    }
  }

  private int most(Mood mood) {
    int all = manners.messagesPerSecond() == 0 ? Integer.MAX_VALUE : manners.messagesPerSecond();
    return mood.messagesPerSecond() == null ? all : Math.min(all, mood.messagesPerSecond());
  }

  private void logOn(EngineTurn turn, ClientFrame.LogOn request) {
    if (logOn.isPresent()
        || !MessageDigest.isEqual(secret, request.secret().getBytes(StandardCharsets.UTF_8))) {
      refuse(turn, request, "LOG_ON", "wrong secret, or logged on already");
      return;
    }
    Optional<List<VenueRecord>> records =
        turn.matching().logOn(request.account(), request.epoch(), clock.instant());
    if (records.isEmpty()) {
      refuse(turn, request, "FENCED", "epoch " + request.epoch() + " is older than the newest");
      return;
    }
    logOn = Optional.of(request);
    ClientSession old = turn.sessions().replace(request.account(), session);
    if (old != null) {
      turn.close(old, "replaced by a new session");
      if (mood().cancelsOnDisconnect()) {
        cancelAll(turn, request);
      }
    }
    VenueBooks books = turn.matching().books(request.account()).orElseThrow();
    turn.answer(
        session,
        new ServerFrame.LoggedOn(
            request.id(),
            books.sequence(),
            books.opening().orElseThrow(),
            manners.messagesPerSecond() == 0 ? null : manners.messagesPerSecond()));
    turn.happened(records.get());
    LOG.info(
        "session stands account={} epoch={} replaced={}",
        request.account(),
        request.epoch(),
        old != null);
  }

  private void refuse(EngineTurn turn, ClientFrame.LogOn request, String code, String detail) {
    LOG.warn(
        "log-on refused account={} epoch={} code={}", request.account(), request.epoch(), code);
    turn.answer(session, new ServerFrame.Refused(request.id(), code, detail));
    turn.close(session, code);
  }

  private ServerFrame answer(EngineTurn turn, ClientFrame.LogOn who, ClientFrame.Request request) {
    Matching matching = turn.matching();
    AccountId account = who.account();
    VenueBooks books = matching.books(account).orElseThrow();
    Instant now = clock.instant();
    return switch (request) {
      case ClientFrame.LogOn again ->
          new ServerFrame.Refused(again.id(), "LOG_ON", "logged on already");
      case ClientFrame.Submit submit ->
          outcome(turn, submit.id(), matching.submit(account, who.epoch(), submit.order(), now));
      case ClientFrame.Cancel cancel ->
          outcome(
              turn,
              cancel.id(),
              matching.cancel(account, who.epoch(), cancel.clientOrderId(), cancel.reason(), now));
      case ClientFrame.Replace replace ->
          outcome(
              turn,
              replace.id(),
              matching.replace(
                  account,
                  who.epoch(),
                  replace.clientOrderId(),
                  replace.newClientOrderId(),
                  replace.quantity(),
                  replace.limitPrice(),
                  replace.stopPrice(),
                  now));
      case ClientFrame.QueryOrder query ->
          new ServerFrame.OrderReport(query.id(), books.order(query.clientOrderId()).orElse(null));
      case ClientFrame.OpenOrders open -> new ServerFrame.OrdersReport(open.id(), working(books));
      case ClientFrame.FillsSince since ->
          new ServerFrame.FillsReport(
              since.id(), books.fillsAfter(since.sequence()), books.sequence());
      case ClientFrame.Positions positions ->
          new ServerFrame.PositionsReport(
              positions.id(),
              books.instruments().stream()
                  .map(held -> new ServerFrame.Held(held, books.position(held)))
                  .toList());
      case ClientFrame.Cash cash -> new ServerFrame.CashReport(cash.id(), books.cash());
    };
  }

  private static ServerFrame outcome(EngineTurn turn, long id, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> {
        turn.happened(done.records());
        yield new ServerFrame.Done(id, done.order());
      }
      case Outcome.Refused refused ->
          new ServerFrame.Refused(id, refused.refusal().code(), refused.refusal().detail());
    };
  }
}

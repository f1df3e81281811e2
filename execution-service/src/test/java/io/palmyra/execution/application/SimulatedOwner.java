package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.platform.lane.LaneHandler;
import io.palmyra.platform.lane.LaneTransaction;
import io.palmyra.platform.lane.Urgency;
import io.palmyra.platform.lease.Held;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The owner of an account as it is, driven turn by turn instead of by its threads. */
public final class SimulatedOwner {
  private final Desk desk;
  private final VenueLink link;
  private final Arming arming = new Arming(java.util.Optional::empty);
  private final Held held;
  private boolean connected;

  public SimulatedOwner(
      AccountIdentity identity,
      DeskParts parts,
      Held held,
      BiFunction<Consumer<LaneTransaction>, Urgency, CompletableFuture<?>> lane,
      VenueConnector connector) {
    this.held = held;
    this.desk = new Desk(identity, parts, arming, held, lane::apply);
    this.link = new VenueLink(identity, connector, desk, arming, held);
    desk.takeOver();
  }

  public LaneHandler handler() {
    return desk.handler();
  }

  /** A turn of the thread that sends. */
  public void send() {
    try {
      desk.sender().turn(0);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A turn of the account's own thread, while its lane is open. */
  public void drive() {
    desk.watch().look();
    try {
      if (!connected) {
        connected = link.open();
        if (!connected) {
          link.close();
        }
      } else if (held.revoked() || !link.look(0)) {
        end();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the session, if there is one. */
  public void end() {
    if (connected) {
      connected = false;
      link.close();
    }
  }

  /** A person's cancel. */
  public void cancel(ClientOrderId id, String reason) {
    desk.cancel(id, reason);
  }

  public void flag(String why) {
    arming.flag(why);
  }

  /** The flag that kept it unarmed is gone. */
  public void rearm() {
    arming.flag(null);
  }

  public boolean armed() {
    return arming.now().armed();
  }

  /** How it stands, for people who look for the cause of something. */
  @Override
  public String toString() {
    return arming.now() + (connected ? " connected" : " not connected");
  }
}

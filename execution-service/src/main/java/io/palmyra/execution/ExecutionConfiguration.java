package io.palmyra.execution;

import io.palmyra.contracts.control.ControlMessage;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.control.TradingControl;
import io.palmyra.execution.ExecutionProperties.Mode;
import io.palmyra.execution.application.AccountIdentity;
import io.palmyra.execution.application.AccountParts;
import io.palmyra.execution.application.CancelOrders;
import io.palmyra.execution.application.Clocks;
import io.palmyra.execution.application.Control;
import io.palmyra.execution.application.CountedConnector;
import io.palmyra.execution.application.DeskParts;
import io.palmyra.execution.application.Journal;
import io.palmyra.execution.application.SentCount;
import io.palmyra.execution.application.UnarmingHaltRequests;
import io.palmyra.execution.application.VenueAccounts;
import io.palmyra.execution.application.VenueConnector;
import io.palmyra.execution.outbound.simulated.SimulatedVenueConnector;
import io.palmyra.platform.compacted.CompactedRecord;
import io.palmyra.platform.compacted.CompactedView;
import io.palmyra.platform.lane.AccountPartitions;
import io.palmyra.platform.lane.LaneParts;
import io.palmyra.platform.lease.EpochGuard;
import io.palmyra.platform.lease.LeaseConnections;
import io.palmyra.platform.lease.LeaseSettings;
import io.palmyra.platform.lease.Leases;
import io.palmyra.platform.likeness.Likeness;
import io.palmyra.platform.poison.AlertedHaltRequests;
import io.palmyra.platform.poison.HaltRequests;
import io.palmyra.platform.settings.AccountSettings;
import io.palmyra.platform.settings.PlatformProperties;
import io.palmyra.platform.start.BuildId;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.platform.stream.StreamParts;
import io.palmyra.platform.time.Ids;
import io.palmyra.platform.time.MonotonicClock;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Builds execution. */
@Configuration(proxyBeanMethods = false)
class ExecutionConfiguration {
  private static final VenueId SIMULATED = new VenueId("SIMULATED");

  @Bean
  Clocks clocks(InstantSource wall, MonotonicClock monotonic) {
    return new Clocks(wall, monotonic);
  }

  @Bean
  CompactedView<TradingControl> controlView(StreamParts parts) {
    return new CompactedView<>(
        "control", Topic.CONTROL, TradingControl.empty(), ExecutionConfiguration::fold, parts);
  }

  private static TradingControl fold(TradingControl state, CompactedRecord record) {
    return state.fold(
        record.key(),
        record.envelope() == null ? null : (ControlMessage) record.envelope().body(),
        record.live(),
        record.arrivedNanos());
  }

  @Bean
  HaltRequests haltRequests(
      ObjectProvider<VenueAccounts> accounts, Journal journal, Publisher publisher, Clocks clocks) {
    return new UnarmingHaltRequests(
        accounts::getObject,
        journal,
        new AlertedHaltRequests(publisher, clocks.wall(), "execution-service"),
        clocks);
  }

  @Bean
  SentCount sentCount(MonotonicClock clock) {
    return new SentCount(clock);
  }

  @Bean
  VenueConnector venueConnector(
      ExecutionProperties settings, MonotonicClock clock, SentCount count) {
    var venue = settings.simulated();
    return new CountedConnector(
        new SimulatedVenueConnector(
            () -> new InetSocketAddress(venue.host(), venue.port()),
            settings.venueSecret(),
            settings.answerWithin(),
            clock),
        count);
  }

  @Bean
  InstanceName instanceName(Ids ids) {
    return new InstanceName("execution-" + ids.get());
  }

  /** Name of this process, new with each start. */
  record InstanceName(String value) {}

  @Bean
  Likeness likeness(JdbcTemplate jdbc, InstanceName name, ExecutionProperties settings) {
    String build =
        BuildId.of(
            ExecutionConfiguration.class, TradingControl.class, BuildId.class, AccountId.class);
    return new Likeness(
        jdbc, "execution_instance", name.value(), build + "/" + settings.fingerprint());
  }

  @Bean
  Leases leases(JdbcConnectionDetails database, InstanceName name, MonotonicClock clock) {
    return new Leases(
        name.value(),
        LeaseConnections.to(
            database.getJdbcUrl(),
            String.valueOf(database.getUsername()),
            String.valueOf(database.getPassword())),
        LeaseSettings.DEFAULT,
        clock::nanos);
  }

  @Bean
  VenueAccounts venueAccounts(
      PlatformProperties platform,
      ExecutionProperties settings,
      VenueConnector connector,
      Journal journal,
      CompactedView<TradingControl> control,
      Leases leases,
      JdbcTemplate jdbc,
      LaneParts lane,
      HaltRequests halts,
      Likeness likeness,
      Clocks clocks) {
    requireConsistent(settings);
    var desk =
        new DeskParts(
            journal,
            new Control(control::complete, settings.controlStaleAfter(), settings.haltAfterStale()),
            halts,
            clocks,
            new DeskParts.Rules(
                settings.mode() == Mode.DRY_RUN,
                settings.answerWithin(),
                settings.reconcileEvery()));
    var parts =
        new AccountParts(
            connector,
            leases,
            lease -> new EpochGuard(jdbc, lease),
            lane,
            new SecureRandom()::nextDouble,
            likeness::unlike,
            desk);
    return new VenueAccounts(
        platform.accounts().stream().map(ExecutionConfiguration::identity).toList(), parts);
  }

  @Bean
  CancelOrders cancelOrders(VenueAccounts accounts) {
    return new CancelOrders(accounts);
  }

  private static AccountIdentity identity(AccountSettings account) {
    if (!account.venue().equals(SIMULATED)) {
      throw new IllegalArgumentException(
          "palmyra.accounts of "
              + account.id()
              + " has venue "
              + account.venue()
              + "; there is an adapter for SIMULATED only");
    }
    return new AccountIdentity(account.id(), account.venue(), AccountPartitions.of(account.id()));
  }

  private static void requireConsistent(ExecutionProperties settings) {
    if (settings.haltAfterStale().compareTo(settings.controlStaleAfter()) <= 0) {
      throw new IllegalArgumentException(
          "palmyra.execution.halt-after-stale is "
              + settings.haltAfterStale()
              + "; it must be longer than palmyra.execution.control-stale-after, "
              + settings.controlStaleAfter());
    }
    if (settings.mode() == Mode.LIVE && !settings.realOrdersConfirmed()) {
      throw new IllegalArgumentException(
          "palmyra.execution.mode is live and palmyra.execution.real-orders-confirmed is not true;"
              + " real orders need both");
    }
  }
}

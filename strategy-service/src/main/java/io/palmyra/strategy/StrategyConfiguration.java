package io.palmyra.strategy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.strategy.RunnerSettings;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyRunner;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.platform.lease.LeaseConnections;
import io.palmyra.platform.lease.LeaseSettings;
import io.palmyra.platform.lease.Leases;
import io.palmyra.platform.likeness.Likeness;
import io.palmyra.platform.poison.HaltRequests;
import io.palmyra.platform.settings.PlatformProperties;
import io.palmyra.platform.start.BuildId;
import io.palmyra.platform.time.Ids;
import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.strategy.application.Announcements;
import io.palmyra.strategy.application.EditInstances;
import io.palmyra.strategy.application.Fleet;
import io.palmyra.strategy.application.InputFeed;
import io.palmyra.strategy.application.InstanceLeases;
import io.palmyra.strategy.application.InstanceRules;
import io.palmyra.strategy.application.InstanceStore;
import io.palmyra.strategy.application.InstanceTexts;
import io.palmyra.strategy.application.RunJournal;
import io.palmyra.strategy.application.RunningInstance;
import io.palmyra.strategy.application.SignalSink;
import io.palmyra.strategy.application.StrategyInstance;
import io.palmyra.strategy.outbound.PostgresLeases;
import io.palmyra.strategy.outbound.UserStrategies;
import io.palmyra.userstrategy.LoadedStrategies;
import io.palmyra.userstrategy.watch.Watchdog;
import io.palmyra.userstrategy.watch.WatchedType;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Builds the use cases. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StrategyProperties.class)
class StrategyConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(StrategyConfiguration.class);

  @Bean
  Watchdog strategyWatchdog() {
    return new Watchdog(
        call -> LOG.error("a call does not end, its thread is left to itself call={}", call));
  }

  @Bean
  LoadedStrategies loadedStrategies(StrategyProperties settings, Watchdog watchdog) {
    return UserStrategies.load(settings.directory(), watchdog);
  }

  @Bean
  StrategyCatalogue strategyCatalogue(
      StrategyProperties settings, LoadedStrategies loaded, Watchdog watchdog) {
    return UserStrategies.catalogue(
        loaded, type -> new WatchedType(type, settings.budget(), watchdog));
  }

  @Bean
  InstanceRules instanceRules(StrategyCatalogue catalogue, PlatformProperties platform) {
    return new InstanceRules(catalogue, platform::account);
  }

  @Bean
  EditInstances editInstances(
      InstanceStore store,
      InstanceRules rules,
      Announcements announcements,
      InstanceTexts texts,
      InstantSource clock) {
    return new EditInstances(store, rules, announcements, texts, clock);
  }

  @Bean
  Likeness likeness(
      JdbcTemplate jdbc, Ids ids, StrategyProperties settings, LoadedStrategies loaded) {
    String build =
        BuildId.of(
            StrategyConfiguration.class,
            StrategyRunner.class,
            BuildId.class,
            AccountId.class,
            Watchdog.class);
    return new Likeness(
        jdbc,
        "strategy_replica",
        "strategy-" + ids.get(),
        build + "/" + settings.fingerprint() + "/files-" + loaded.fingerprint());
  }

  @Bean
  PostgresLeases instanceLeases(
      JdbcConnectionDetails database,
      Likeness likeness,
      Ids ids,
      MonotonicClock monotonic,
      @Value("${spring.application.name}") String service) {
    var connections =
        LeaseConnections.to(
            database.getJdbcUrl(),
            String.valueOf(database.getUsername()),
            String.valueOf(database.getPassword()));
    return new PostgresLeases(
        new Leases(service + "-" + ids.get(), connections, LeaseSettings.DEFAULT, monotonic::nanos),
        likeness);
  }

  @Bean
  Fleet fleet(
      InstanceStore store,
      EditInstances edit,
      InstanceLeases leases,
      InputFeed feed,
      HaltRequests halts,
      MonotonicClock monotonic,
      Runs runs,
      MeterRegistry metrics,
      @Value("${spring.application.name}") String service) {
    var fleet =
        new Fleet(store, edit, leases, feed, runs::of, halts, monotonic, "service:" + service);
    Gauge.builder("palmyra.strategy.instances", fleet, Fleet::size)
        .description("instances that run on this replica")
        .register(metrics);
    return fleet;
  }

  @Bean
  Runs runs(
      StrategyProperties settings,
      InstanceRules rules,
      SignalSink sink,
      RunJournal journal,
      MonotonicClock monotonic) {
    return new Runs(settings, rules, sink, journal, monotonic);
  }

  /** Makes the run of an instance. */
  record Runs(
      StrategyProperties settings,
      InstanceRules rules,
      SignalSink sink,
      RunJournal journal,
      MonotonicClock monotonic) {
    RunningInstance of(StrategyInstance instance, BooleanSupplier mine) {
      StrategyType type = rules.type(instance.type());
      rules.requireAllowed(type, instance.account());
      var strategy =
          type.create(rules.parameters(type, instance.parameters()), instance.instrument());
      var runner =
          new StrategyRunner(
              new RunnerSettings(
                  instance.id(),
                  instance.account(),
                  instance.instrument(),
                  settings.signalValidity(),
                  settings.budget()),
              strategy,
              monotonic::nanos);
      return new RunningInstance(instance, runner, mine, sink, journal);
    }
  }
}

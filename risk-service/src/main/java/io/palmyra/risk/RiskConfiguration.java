package io.palmyra.risk;

import io.palmyra.contracts.control.ControlMessage;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.control.TradingControl;
import io.palmyra.platform.compacted.CompactedRecord;
import io.palmyra.platform.compacted.CompactedView;
import io.palmyra.platform.lane.AccountPartitions;
import io.palmyra.platform.lane.Lane;
import io.palmyra.platform.settings.AccountSettings;
import io.palmyra.platform.settings.PlatformProperties;
import io.palmyra.platform.stream.StreamParts;
import io.palmyra.platform.time.Ids;
import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.risk.application.AccountBooks;
import io.palmyra.risk.application.BracketStore;
import io.palmyra.risk.application.Brackets;
import io.palmyra.risk.application.CancelParents;
import io.palmyra.risk.application.DecideSignals;
import io.palmyra.risk.application.FlattenPositions;
import io.palmyra.risk.application.FollowOrders;
import io.palmyra.risk.application.GuardStore;
import io.palmyra.risk.application.Guards;
import io.palmyra.risk.application.HoldBrackets;
import io.palmyra.risk.application.MarketTable;
import io.palmyra.risk.application.MarketTime;
import io.palmyra.risk.application.ProtectPositions;
import io.palmyra.risk.application.RiskStore;
import io.palmyra.risk.application.RiskViews;
import io.palmyra.risk.application.RoundTrips;
import io.palmyra.risk.application.SeeLeft;
import io.palmyra.risk.application.TierHalts;
import io.palmyra.risk.application.TierStore;
import io.palmyra.risk.application.TripStore;
import io.palmyra.risk.application.WatchTiers;
import io.palmyra.risk.application.WorkParents;
import io.palmyra.risk.application.control.ControlTopic;
import io.palmyra.risk.application.control.ControlView;
import io.palmyra.risk.application.control.LiftHalt;
import io.palmyra.risk.application.control.PlaceHalt;
import io.palmyra.risk.application.control.Pulse;
import io.palmyra.risk.application.control.RequestedHalts;
import io.palmyra.risk.application.control.SeeTradingState;
import io.palmyra.risk.application.control.TornHalts;
import io.palmyra.risk.application.limits.CurrentLimits;
import io.palmyra.risk.application.override.OverrideOrders;
import io.palmyra.risk.application.override.OverrideStore;
import io.palmyra.risk.application.reporting.Alerts;
import io.palmyra.risk.application.reporting.Audit;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Builds the use cases of risk. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(RiskProperties.class)
class RiskConfiguration {
  @Bean
  CompactedView<TradingControl> tradingControl(StreamParts parts) {
    return new CompactedView<>(
        "control", Topic.CONTROL, TradingControl.empty(), RiskConfiguration::fold, parts);
  }

  private static TradingControl fold(TradingControl control, CompactedRecord record) {
    var message = record.envelope() == null ? null : (ControlMessage) record.envelope().body();
    return control.fold(record.key(), message, record.live(), record.arrivedNanos());
  }

  @Bean
  ControlView controlView(CompactedView<TradingControl> view) {
    return view::complete;
  }

  @Bean
  PlaceHalt placeHalt(ControlTopic control, Audit audit, Ids ids, InstantSource clock) {
    return new PlaceHalt(control, audit, ids, clock);
  }

  @Bean
  LiftHalt liftHalt(
      ControlView view,
      ControlTopic control,
      Audit audit,
      InstantSource clock,
      RiskProperties properties) {
    return new LiftHalt(view, control, audit, clock, properties.liftBySecondPerson());
  }

  @Bean
  RequestedHalts requestedHalts(
      ControlView view, ControlTopic control, Alerts alerts, InstantSource clock) {
    return new RequestedHalts(view, control, alerts, clock);
  }

  @Bean
  TornHalts tornHalts(
      ControlView view, ControlTopic control, Audit audit, Alerts alerts, InstantSource clock) {
    return new TornHalts(view, control, audit, alerts, clock);
  }

  @Bean
  Pulse pulse(
      RiskProperties properties,
      ControlTopic control,
      MonotonicClock monotonic,
      InstantSource clock) {
    return new Pulse(properties.instance(), properties.heartbeatEvery(), control, monotonic, clock);
  }

  @Bean
  SeeTradingState seeTradingState(
      ControlView view,
      PlatformProperties platform,
      RiskProperties properties,
      MonotonicClock monotonic) {
    return new SeeTradingState(
        view,
        platform.accounts().stream()
            .map(account -> AccountPartitions.of(account.id()))
            .distinct()
            .toList(),
        properties.heartbeatStaleAfter(),
        monotonic);
  }

  @Bean
  MarketTable marketTable(RiskProperties properties) {
    return new MarketTable(properties.staleRateAfter());
  }

  @Bean
  AccountBooks accountBooks(RiskStore store, RequestedHalts requests, PlatformProperties platform) {
    return new AccountBooks(
        store, requests, account -> platform.account(account).map(AccountSettings::baseCurrency));
  }

  @Bean
  RiskViews riskViews(
      MarketTable market,
      CurrentLimits limits,
      WatchTiers tiers,
      RoundTrips trips,
      ControlView control,
      MarketTime.Clock marketTime,
      InstantSource clock,
      RiskProperties properties) {
    return new RiskViews(
        market, limits, tiers, trips, control, marketTime, clock, properties.maximumOrderAge());
  }

  @Bean
  DecideSignals decideSignals(AccountBooks books, RiskViews views, Brackets brackets) {
    return new DecideSignals(books, views, brackets);
  }

  @Bean
  FollowOrders followOrders(
      AccountBooks books,
      CurrentLimits limits,
      ProtectPositions protection,
      HoldBrackets holding,
      RoundTrips trips) {
    return new FollowOrders(books, limits, protection, holding, trips);
  }

  @Bean
  WorkParents workParents(AccountBooks books, RiskViews views) {
    return new WorkParents(books, views);
  }

  @Bean
  RoundTrips roundTrips(TripStore store, MarketTable market, MarketTime.Clock marketTime) {
    return new RoundTrips(store, market, marketTime);
  }

  @Bean
  Brackets brackets(BracketStore store) {
    return new Brackets(store);
  }

  @Bean
  HoldBrackets holdBrackets(
      AccountBooks books, Brackets brackets, DecideSignals decide, RiskViews views) {
    return new HoldBrackets(books, brackets, decide, views);
  }

  @Bean
  Guards guards(GuardStore store) {
    return new Guards(store);
  }

  @Bean
  ProtectPositions protectPositions(
      AccountBooks books,
      Guards guards,
      DecideSignals decide,
      RiskViews views,
      WatchTiers tiers,
      Alerts alerts) {
    return new ProtectPositions(books, guards, decide, views, tiers, alerts);
  }

  @Bean
  CancelParents cancelParents(DecideSignals decide, RiskViews views, ObjectProvider<Lane> lane) {
    return new CancelParents(decide, views, lane::getObject);
  }

  @Bean
  MarketTime.Clock marketClock(MarketTable market, InstantSource clock, RiskProperties properties) {
    return switch (properties.marketTime()) {
      case WALL -> clock::instant;
      case TICKS -> market::lastTick;
    };
  }

  @Bean
  WatchTiers watchTiers(
      TierStore store,
      CurrentLimits limits,
      Alerts alerts,
      Audit audit,
      MarketTime.Clock marketTime) {
    return new WatchTiers(store, limits, alerts, audit, marketTime);
  }

  @Bean
  FlattenPositions flattenPositions(
      ControlView view, DecideSignals decide, Audit audit, ObjectProvider<Lane> lane) {
    return new FlattenPositions(view, decide, audit, lane::getObject);
  }

  @Bean
  OverrideOrders overrideOrders(
      OverrideStore store,
      DecideSignals decide,
      Audit audit,
      ObjectProvider<Lane> lane,
      Ids ids,
      InstantSource clock) {
    return new OverrideOrders(store, decide, audit, lane::getObject, ids, clock);
  }

  @Bean
  SeeLeft seeLeft(AccountBooks books, ObjectProvider<Lane> lane) {
    return new SeeLeft(books, lane::getObject);
  }

  @Bean
  TierHalts tierHalts(ControlView view, ControlTopic control, InstantSource clock) {
    return new TierHalts(view, control, clock);
  }
}

package io.palmyra.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.control.ControlMessage;
import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.control.TradingControl;
import io.palmyra.gateway.application.FailedLogIns;
import io.palmyra.gateway.application.LogIns;
import io.palmyra.gateway.application.ManageUsers;
import io.palmyra.gateway.application.OrderEntry;
import io.palmyra.gateway.application.SigningKeyStore;
import io.palmyra.gateway.application.SigningKeys;
import io.palmyra.gateway.application.TokenIssuer;
import io.palmyra.gateway.application.Users;
import io.palmyra.gateway.application.audit.AuditStore;
import io.palmyra.gateway.application.audit.AuditTrail;
import io.palmyra.gateway.application.stream.StreamHub;
import io.palmyra.gateway.application.stream.StreamProtocol;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.compacted.CompactedRecord;
import io.palmyra.platform.compacted.CompactedView;
import io.palmyra.platform.security.ContentSecurityPolicy;
import io.palmyra.platform.security.OpenPaths;
import io.palmyra.platform.security.Tokens;
import io.palmyra.platform.settings.PlatformProperties;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.platform.stream.Start;
import io.palmyra.platform.stream.StreamParts;
import io.palmyra.platform.stream.StreamReader;
import io.palmyra.platform.stream.StreamReaders;
import io.palmyra.platform.time.Ids;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

/** Builds the gateway's use cases. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class GatewayConfiguration {
  private static final Duration GATHERING = Duration.ofMillis(5);
  private static final String PAGE_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'"
          + " data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder();
  }

  @Bean
  SigningKeys signingKeys(
      SigningKeyStore store, InstantSource clock, Ids ids, GatewayProperties properties) {
    return new SigningKeys(store, clock, ids, properties);
  }

  @Bean
  TokenIssuer tokenIssuer(
      SigningKeys keys,
      InstantSource clock,
      Ids ids,
      GatewayProperties properties,
      PlatformProperties platform) {
    return new TokenIssuer(keys, clock, ids, properties, platform);
  }

  @Bean
  LogIns logIns(
      Users users,
      PasswordEncoder passwords,
      TokenIssuer tokens,
      FailedLogIns failures,
      InstantSource clock,
      GatewayProperties properties) {
    return new LogIns(users, passwords, tokens, failures, clock, properties);
  }

  @Bean
  ManageUsers manageUsers(
      Users users, PasswordEncoder passwords, Publisher publisher, InstantSource clock) {
    return new ManageUsers(users, passwords, publisher, clock);
  }

  @Bean
  CompactedView<Map<InstrumentId, InstrumentDefined>> instruments(StreamParts parts) {
    return new CompactedView<>(
        "instruments", Topic.INSTRUMENTS, Map.of(), GatewayConfiguration::define, parts);
  }

  private static Map<InstrumentId, InstrumentDefined> define(
      Map<InstrumentId, InstrumentDefined> known, CompactedRecord record) {
    if (record.envelope() == null
        || !(record.envelope().body() instanceof InstrumentDefined instrument)) {
      return known;
    }
    var changed = new HashMap<>(known);
    changed.put(instrument.instrument(), instrument);
    return Map.copyOf(changed);
  }

  @Bean
  CompactedView<TradingControl> control(StreamParts parts) {
    return new CompactedView<>(
        "control",
        Topic.CONTROL,
        TradingControl.empty(),
        (state, record) ->
            state.fold(record.key(), controlMessage(record), record.live(), record.arrivedNanos()),
        parts);
  }

  private static @Nullable ControlMessage controlMessage(CompactedRecord record) {
    return record.envelope() != null && record.envelope().body() instanceof ControlMessage message
        ? message
        : null;
  }

  @Bean
  OrderEntry orderEntry(
      CompactedView<Map<InstrumentId, InstrumentDefined>> instruments,
      Publisher publisher,
      InstantSource clock) {
    return new OrderEntry(instruments::state, publisher, clock);
  }

  @Bean
  StreamHub streamHub(
      MessageCodec codec,
      InstantSource clock,
      GatewayProperties properties,
      MeterRegistry metrics) {
    return new StreamHub(codec, clock, properties.streamQueue(), metrics);
  }

  @Bean
  StreamProtocol streamProtocol(
      StreamHub hub,
      Tokens tokens,
      JsonMapper json,
      Publisher publisher,
      CompactedView<TradingControl> control) {
    return new StreamProtocol(hub, tokens, json, () -> activeHalts(control, publisher));
  }

  private static List<Envelope<HaltChanged>> activeHalts(
      CompactedView<TradingControl> control, Publisher publisher) {
    return control.state().active().stream()
        .map(halt -> publisher.envelope(halt.key(), halt, halt.at(), null))
        .toList();
  }

  @Bean
  StreamReader streamReader(StreamReaders readers, StreamHub hub) {
    return readers
        .named("stream")
        .reading(
            Topic.TICKS,
            Topic.ORDER_EVENTS,
            Topic.FILLS,
            Topic.PORTFOLIO,
            Topic.CONTROL,
            Topic.ALERTS,
            Topic.DECISIONS,
            Topic.SIGNALS)
        .from(Start.LATEST)
        .gathering(GATHERING)
        .deliveringTo(hub);
  }

  @Bean(destroyMethod = "stop")
  AuditTrail auditTrail(AuditStore store) {
    return new AuditTrail(store);
  }

  /** From the beginning at each start: what is in the chain already is passed over. */
  @Bean
  StreamReader auditReader(StreamReaders readers, AuditTrail trail) {
    return readers.named("audit").reading(Topic.AUDIT).from(Start.EARLIEST).deliveringTo(trail);
  }

  @Bean
  OpenPaths openPaths() {
    return OpenPaths.of("/", "/index.html", "/palmyra.svg", "/assets/**", "/api/v1/stream");
  }

  @Bean
  ContentSecurityPolicy contentSecurityPolicy() {
    return new ContentSecurityPolicy(PAGE_POLICY);
  }
}

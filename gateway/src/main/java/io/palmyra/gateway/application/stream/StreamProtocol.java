package io.palmyra.gateway.application.stream;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.platform.security.Caller;
import io.palmyra.platform.security.Tokens;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.security.oauth2.jwt.JwtException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What clients may say on the live stream, and what they are answered. */
public final class StreamProtocol {
  private static final int MAX_ACCOUNTS = 100;

  private final StreamHub hub;
  private final Tokens tokens;
  private final JsonMapper json;
  private final Supplier<List<Envelope<HaltChanged>>> activeHalts;

  /**
   * @param activeHalts halts that hold now, sent to whoever subscribes to {@code control}
   */
  public StreamProtocol(
      StreamHub hub,
      Tokens tokens,
      JsonMapper json,
      Supplier<List<Envelope<HaltChanged>>> activeHalts) {
    this.hub = hub;
    this.tokens = tokens;
    this.json = json;
    this.activeHalts = activeHalts;
  }

  /** Applies one message of a client. */
  public void on(StreamClient client, String text) {
    JsonNode message;
    try {
      message = json.readTree(text);
    } catch (JacksonException e) {
      refuse(client, "not JSON");
      return;
    }
    switch (message.path("type").asString("")) {
      case "authenticate" -> authenticate(client, message.path("token").asString(""));
      case "subscribe" -> subscribe(client, message);
      default -> refuse(client, "type must be authenticate or subscribe");
    }
  }

  private void authenticate(StreamClient client, String token) {
    try {
      Caller caller = tokens.check(token);
      client.authenticated(caller);
      answer(client, Map.of("type", "authenticated", "expiresAt", caller.expiresAt().toString()));
    } catch (JwtException e) {
      client.close(StreamClient.UNAUTHENTICATED, "token refused");
    }
  }

  private void subscribe(StreamClient client, JsonNode message) {
    Caller caller = client.caller();
    if (caller == null) {
      client.close(StreamClient.UNAUTHENTICATED, "authenticate first");
      return;
    }
    Set<StreamName> streams = EnumSet.noneOf(StreamName.class);
    for (String name : texts(message.path("streams"))) {
      var stream = StreamName.of(name);
      if (stream.isEmpty()) {
        refuse(
            client, "streams: '" + name + "' is none of " + names(EnumSet.allOf(StreamName.class)));
        return;
      }
      streams.add(stream.get());
    }
    Set<String> accounts = texts(message.path("accounts"));
    for (String account : accounts) {
      if (accounts.size() > MAX_ACCOUNTS || !mayWatch(caller, account)) {
        refuse(client, "accounts: '" + account + "' is not among the token's");
        return;
      }
    }
    client.subscribe(new Subscription(streams, accounts, texts(message.path("instruments"))));
    answer(client, new TreeMap<>(Map.of("type", "subscribed", "streams", names(streams))));
    if (streams.contains(StreamName.CONTROL)) {
      activeHalts.get().forEach(halt -> client.send(hub.message(StreamName.CONTROL, halt)));
    }
  }

  private static boolean mayWatch(Caller caller, String account) {
    return account.equals("*")
        || caller.accounts().contains("*")
        || caller.accounts().contains(account);
  }

  private static List<String> names(Set<StreamName> streams) {
    return streams.stream().map(StreamName::wire).sorted().toList();
  }

  private static Set<String> texts(JsonNode array) {
    var texts = new LinkedHashSet<String>();
    array.forEach(item -> texts.add(item.asString("")));
    return texts;
  }

  private void refuse(StreamClient client, String detail) {
    answer(client, Map.of("type", "error", "detail", detail));
  }

  private void answer(StreamClient client, Map<String, ?> answer) {
    client.send(json.writeValueAsString(answer));
  }
}

package io.palmyra.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.alert.AlertRaised;
import io.palmyra.contracts.alert.Severity;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.portfolio.PortfolioUpdated;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.platform.stream.Publisher;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The live stream over a real WebSocket. */
class StreamIT {
  private static final RunningGateway GATEWAY = RunningGateway.shared();

  /** A client that takes messages as they come, or does not. */
  private static final class Client implements WebSocket.Listener {
    final List<String> messages = new CopyOnWriteArrayList<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final boolean reading;

    Client(boolean reading) {
      this.reading = reading;
    }

    @Override
    public void onOpen(WebSocket socket) {
      if (reading) {
        socket.request(Long.MAX_VALUE);
      }
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        messages.add(part.toString());
        part.setLength(0);
      }
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
      closed.completeExceptionally(failure);
    }

    void expect(String... parts) {
      await()
          .atMost(Duration.ofSeconds(15))
          .until(
              () ->
                  messages.stream()
                      .anyMatch(message -> List.of(parts).stream().allMatch(message::contains)));
    }
  }

  private static WebSocket open(Client client, String query, Map<String, String> headers)
      throws Exception {
    var builder = GATEWAY.http.newWebSocketBuilder();
    headers.forEach(builder::header);
    return builder
        .buildAsync(URI.create("ws://127.0.0.1:" + GATEWAY.port + "/api/v1/stream" + query), client)
        .get(10, TimeUnit.SECONDS);
  }

  private static WebSocket authenticated(Client client, String token) throws Exception {
    WebSocket socket = open(client, "", Map.of());
    say(socket, "{\"type\":\"authenticate\",\"token\":\"" + token + "\"}");
    return socket;
  }

  private static void say(WebSocket socket, String text) throws Exception {
    socket.sendText(text, true).get(5, TimeUnit.SECONDS);
  }

  private static void subscribe(WebSocket socket, String streams, String accounts)
      throws Exception {
    say(
        socket,
        "{\"type\":\"subscribe\",\"streams\":[%s],\"accounts\":[%s],\"instruments\":[\"*\"]}"
            .formatted(streams, accounts));
  }

  private static void publish(Topic topic, String key, io.palmyra.contracts.Message body)
      throws Exception {
    Publisher publisher = GATEWAY.context.getBean(Publisher.class);
    publisher.publish(topic, key, publisher.envelope(body, Instant.now(), null)).get();
  }

  private static QuoteTick quote(int cents) {
    return new QuoteTick(
        new InstrumentId("BTCUSD.SIM"),
        new Price(6_000_000 + cents, 2),
        new Price(6_000_100 + cents, 2),
        Quantity.ZERO,
        Quantity.ZERO,
        Instant.now(),
        "test");
  }

  private static PortfolioUpdated portfolio(String account, long sequence) {
    Money zero = Money.zero(Currency.USD);
    return new PortfolioUpdated(
        new AccountId(account),
        Instant.now(),
        List.of(),
        List.of(),
        zero,
        zero,
        zero,
        zero,
        sequence);
  }

  @Test
  void deliversWhatWasSubscribedAndNothingOfOtherAccounts() throws Exception {
    String admin = GATEWAY.admin();
    GATEWAY.post(
        "/api/v1/users",
        admin,
        """
        {"username":"sam","password":"sam's password","roles":["VIEWER"],"accounts":["paper"]}
        """);
    var client = new Client(true);
    WebSocket socket = authenticated(client, GATEWAY.logIn("sam", "sam's password"));
    client.expect("\"authenticated\"");
    subscribe(socket, "\"quotes\",\"portfolio\",\"alerts\"", "\"*\"");
    client.expect("\"subscribed\"");
    publish(Topic.PORTFOLIO, "secret", portfolio("secret", 7));
    publish(Topic.PORTFOLIO, "paper", portfolio("paper", 8));
    publish(Topic.TICKS, "BTCUSD.SIM", quote(1));
    client.expect("\"stream\":\"portfolio\"", "\"account\":\"paper\"", "\"portfolio-updated\"");
    client.expect("\"stream\":\"quotes\"", "60000.01");
    assertThat(client.messages).noneMatch(message -> message.contains("secret"));
    subscribe(socket, "\"portfolio\"", "\"secret\"");
    client.expect("\"error\"", "secret");
  }

  @Test
  void closesWithoutATokenWithAWrongOneAndWhenItEnds() throws Exception {
    var silent = new Client(true);
    open(silent, "", Map.of());
    var wrong = new Client(true);
    authenticated(wrong, "not.a.token");
    var hasty = new Client(true);
    subscribe(open(hasty, "", Map.of()), "\"quotes\"", "\"*\"");
    assertThat(wrong.closed.get(10, TimeUnit.SECONDS)).isEqualTo(4401);
    assertThat(hasty.closed.get(10, TimeUnit.SECONDS)).isEqualTo(4401);
    assertThat(silent.closed.get(15, TimeUnit.SECONDS)).isEqualTo(4401);
  }

  @Test
  void refusesForeignOriginsAndTokensInTheQuery() {
    assertThatThrownBy(() -> open(new Client(true), "", Map.of("Origin", "https://evil.example")))
        .isInstanceOf(ExecutionException.class);
    assertThatThrownBy(() -> open(new Client(true), "?token=abc", Map.of()))
        .isInstanceOf(ExecutionException.class);
  }

  @Test
  void aClientThatDoesNotReadIsClosedAndDelaysNobody() throws Exception {
    var slow = new Client(false);
    WebSocket stuck = authenticated(slow, GATEWAY.admin());
    subscribe(stuck, "\"alerts\",\"quotes\"", "\"*\"");
    var quick = new Client(true);
    WebSocket socket = authenticated(quick, GATEWAY.admin());
    subscribe(socket, "\"alerts\",\"quotes\"", "\"*\"");
    quick.expect("\"subscribed\"");
    String padding = "x".repeat(20_000);
    for (int i = 0; i < 800; i++) {
      publish(
          Topic.ALERTS,
          "test",
          new AlertRaised("test", Severity.INFO, "N" + i, padding, Map.of(), Instant.now()));
    }
    quick.expect("\"N799\"");
    for (int i = 0; i < 800; i++) {
      String code = "\"N" + i + "\"";
      assertThat(quick.messages).anyMatch(message -> message.contains(code));
    }
    // The stuck one is dropped: once its queue is full nothing more waits for it.
    stuck.request(Long.MAX_VALUE);
    await().atMost(Duration.ofSeconds(30)).until(() -> slow.closed.isDone());
    assertThat(slow.messages).noneMatch(message -> message.contains("\"N799\""));
  }
}

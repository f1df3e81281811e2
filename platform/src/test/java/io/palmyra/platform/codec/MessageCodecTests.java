package io.palmyra.platform.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.alert.AlertRaised;
import io.palmyra.contracts.alert.Severity;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.testing.FullForm;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTests {
  private static final Instant TIME = Instant.parse("2026-03-01T10:15:30.120Z");
  private static final String TICK =
      """
      {"type":"quote-tick","version":1,"id":"a1","occurredAt":"2026-03-01T10:15:30.120Z",\
      "recordedAt":"2026-03-01T10:15:30.120Z","causationId":"c0","sequence":7,\
      "body":{"instrument":"EURUSD.SIM","bid":"1.08500","ask":"1.08512","bidSize":"1000000",\
      "askSize":"0","time":"2026-03-01T10:15:30.120Z","provider":"simulated"}}""";

  private static final String TRADE =
      TICK.replace("quote-tick", "trade-tick")
          .replaceFirst("\"bid\".*\"askSize\":\"0\"", "\"price\":\"1.08500\",\"size\":\"100\"");

  private static final MessageCodec CODEC = new MessageCodec();

  @Test
  void writesTheDocumentedForm() {
    var tick =
        new QuoteTick(
            new InstrumentId("EURUSD.SIM"),
            Price.of("1.08500"),
            Price.of("1.08512"),
            Quantity.of("1000000"),
            Quantity.of("0"),
            TIME,
            "simulated");

    assertThat(new String(CODEC.encode(new Envelope<>("a1", TIME, TIME, "c0", 7L, tick)), UTF_8))
        .isEqualTo(TICK);
  }

  @Test
  void leavesOutWhatIsNull() {
    var tick = (QuoteTick) CODEC.decode(Topic.TICKS, TICK.getBytes(UTF_8)).body();

    assertThat(new String(CODEC.encode(new Envelope<>("a1", TIME, TIME, null, null, tick)), UTF_8))
        .doesNotContain("null", "causationId", "sequence");
  }

  static java.util.List<Class<? extends Message>> allTypes() {
    return WireTopics.allTypes();
  }

  @ParameterizedTest
  @MethodSource("allTypes")
  void readsBackWhatItWrote(Class<? extends Message> type) {
    for (long seed = 0; seed < FullForm.orQuarter(200); seed++) {
      Envelope<? extends Message> message = new RandomMessages(seed).envelope(type);
      byte[] bytes = CODEC.encode(message);

      assertThat(WireTopics.read(CODEC, type, bytes)).as("seed %d", seed).isEqualTo(message);
    }
  }

  @ParameterizedTest
  @MethodSource("allTypes")
  void refusesDamagedBytesAsUnreadableAndNothingElse(Class<? extends Message> type) {
    for (long seed = 0; seed < FullForm.orQuarter(20); seed++) {
      byte[] bytes = CODEC.encode(new RandomMessages(seed).envelope(type));
      var random = new SplittableRandom(seed);
      for (int i = 0; i < 40; i++) {
        byte[] damaged = damage(bytes, random);
        try {
          assertThat(WireTopics.read(CODEC, type, damaged)).isNotNull();
        } catch (UnreadableMessageException e) {
          assertThat(e).hasMessageNotContaining("NullPointer");
        } catch (Throwable e) {
          throw new AssertionError("seed " + seed + ": " + new String(damaged, UTF_8), e);
        }
      }
    }
  }

  private static byte[] damage(byte[] bytes, SplittableRandom random) {
    if (random.nextInt(4) == 0) {
      return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    byte[] damaged = bytes.clone();
    for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return damaged;
  }

  @Test
  void passesOverFieldsOfTheFuture() {
    String future =
        TICK.replace("{\"type\"", "{\"hint\":{\"a\":[1,null]},\"type\"")
            .replace("\"bid\"", "\"venue\":{\"deep\":[{}]},\"bid\"");

    assertThat(CODEC.decode(Topic.TICKS, future.getBytes(UTF_8)))
        .isEqualTo(CODEC.decode(Topic.TICKS, TICK.getBytes(UTF_8)));
  }

  @Test
  void readsABodyThatComesBeforeItsType() {
    String body = TICK.substring(TICK.indexOf("\"body\""), TICK.length() - 1);
    String turned = "{" + body + "," + TICK.substring(1, TICK.indexOf(",\"body\"")) + "}";

    assertThat(CODEC.decode(Topic.TICKS, turned.getBytes(UTF_8)))
        .isEqualTo(CODEC.decode(Topic.TICKS, TICK.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bid", "instrument", "time", "provider"})
  void namesTheFieldThatIsMissing(String field) {
    assertUnreadable(without(TICK, field), "'" + field + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"instrument", "price", "size", "time", "provider"})
  void namesTheFieldOfAnyOtherRecordThatIsMissing(String field) {
    assertUnreadable(without(TRADE, field), "'" + field + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"price\":\"1.08500\"|\"price\":1.085|price",
        "\"price\":\"1.08500\"|\"price\":null|price",
        "\"price\":\"1.08500\"|\"price\":\"1e5\"|1e5",
        "EURUSD.SIM|eurusd|eurusd",
        "\"time\":\"2026-03-01T10:15:30.120Z\"|\"time\":\"2026-02-30T10:15:30Z\"|2026-02-30",
      })
  void refusesAWrongValueOfAnyOtherRecordByName(String right, String wrong, String named) {
    assertUnreadable(TRADE.replace(right, wrong), named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "occurredAt", "recordedAt", "type", "version", "body"})
  void namesTheEnvelopeFieldThatIsMissing(String field) {
    assertUnreadable(TICK.replace("\"" + field + "\"", "\"other\""), field + " is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"bid\":\"1.08500\"|\"bid\":1.085|bid",
        "\"bid\":\"1.08500\"|\"bid\":null|bid",
        "\"bid\":\"1.08500\"|\"bid\":\"1e5\"|1e5",
        "\"bid\":\"1.08500\"|\"bid\":\"99999999999999999999\"|9999",
        "\"bid\":\"1.08500\"|\"bid\":{}|bid",
        "EURUSD.SIM|eurusd|eurusd",
        "\"version\":1|\"version\":0|version",
        "\"version\":1|\"version\":\"1\"|version",
        "\"sequence\":7|\"sequence\":7.5|sequence",
        "\"time\":\"2026-03-01T10:15:30.120Z\"|\"time\":\"2026-02-30T10:15:30Z\"|2026-02-30",
        "\"time\":\"2026-03-01T10:15:30.120Z\"|\"time\":1772360130|time",
      })
  void refusesAWrongValueByName(String right, String wrong, String named) {
    assertUnreadable(TICK.replace(right, wrong), named);
  }

  @Test
  void tellsANewerTypeOrVersionFromDamage() {
    assertThatThrownBy(() -> read(TICK.replace("quote-tick", "depth-tick")))
        .isInstanceOf(UnknownTypeException.class)
        .hasMessageContaining("depth-tick");
    assertThatThrownBy(() -> read(TICK.replace("\"version\":1", "\"version\":2")))
        .isInstanceOf(UnknownTypeException.class)
        .hasMessageContaining("version 2");
  }

  @Test
  void refusesATypeOfAnotherTopic() {
    assertThatThrownBy(() -> CODEC.decode(Topic.ORDERS, TICK.getBytes(UTF_8)))
        .isInstanceOf(UnreadableMessageException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "7", "{", "{}", "\"x\"", "\u0000"})
  void refusesWhatIsNoEnvelope(String text) {
    assertUnreadable(text, "");
  }

  @Test
  void refusesMoreAfterTheEnvelope() {
    assertUnreadable(TICK + "{}", "more follows");
  }

  @Test
  void refusesDeepNesting() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertUnreadable(TICK.replace("{\"type\"", "{\"hint\":" + deep + ",\"type\""), "depth");
  }

  @Test
  void refusesRecordsThatAreTooLarge() {
    assertUnreadable(TICK + " ".repeat(MessageCodec.MAX_BYTES), "above");
    var alert =
        new AlertRaised(
            "x", Severity.INFO, "C", "y".repeat(MessageCodec.MAX_BYTES), Map.of(), TIME);
    assertThatThrownBy(() -> CODEC.encode(new Envelope<>("a", TIME, TIME, null, null, alert)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alert-raised");
  }

  @Test
  void writesTheSameBytesWhateverTheOrderOfAMap() {
    var one = new java.util.HashMap<String, String>();
    for (int i = 0; i < 100; i++) {
      one.put("k" + i, "v");
    }
    var alert = new AlertRaised("x", Severity.INFO, "C", "s", one, TIME);
    String text =
        new String(CODEC.encode(new Envelope<>("a", TIME, TIME, null, null, alert)), UTF_8);

    assertThat(
            java.util.regex.Pattern.compile("\"k\\d+\"")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group))
        .hasSize(100)
        .isSorted();
  }

  private Envelope<? extends Message> read(String text) {
    return CODEC.decode(Topic.TICKS, text.getBytes(UTF_8));
  }

  private static String without(String text, String field) {
    return text.replaceFirst("\"" + field + "\":\"[^\"]*\",?", "").replace(",}", "}");
  }

  private void assertUnreadable(String text, String named) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UnreadableMessageException.class)
        .isNotInstanceOf(UnknownTypeException.class)
        .hasMessageContaining(named);
  }
}

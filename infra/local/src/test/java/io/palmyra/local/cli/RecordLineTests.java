package io.palmyra.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordLineTests {
  @Test
  void showsKeyTypeAndFields() {
    assertThat(
            RecordLine.of(
                record("{\"type\":\"order-filled\",\"body\":{\"price\":\"1.1\",\"a\":{\"b\":1}}}")))
        .contains("paper", "order-filled", "price=1.1 a={\"b\":1}");
  }

  @Test
  void showsWhatIsNotJsonAsItIs() {
    assertThat(RecordLine.of(record("not json"))).endsWith("not json");
  }

  @Test
  void showsARemovedKey() {
    assertThat(RecordLine.of(new ConsumerRecord<>("control", 0, 1, "all/1", null)))
        .contains("all/1", "(removed)");
  }

  private static ConsumerRecord<String, String> record(String value) {
    return new ConsumerRecord<>("fills", 0, 1, "paper", value);
  }
}

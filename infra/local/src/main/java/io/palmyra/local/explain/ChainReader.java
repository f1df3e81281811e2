package io.palmyra.local.explain;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.local.explain.OrderChain.Input;
import io.palmyra.local.topic.TopicSearch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gathers the way of one order from the topics. */
public final class ChainReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TopicSearch search;

  /** Reads with this. */
  public ChainReader(TopicSearch search) {
    this.search = search;
  }

  /** The way of an order; empty where no topic knows it. */
  public Optional<OrderChain> of(String order) {
    List<ConsumerRecord<String, String>> heard =
        search.all(
            search.partitions(Topic.ORDER_EVENTS.topicName()), each -> mentions(each, order));
    List<ConsumerRecord<String, String>> decided =
        search.all(search.partitions(Topic.DECISIONS.topicName()), each -> mentions(each, order));
    if (heard.isEmpty() && decided.isEmpty()) {
      return Optional.empty();
    }
    // Topics of accounts have the same partitions: the account's is the same on each.
    int partition = (heard.isEmpty() ? decided : heard).getFirst().partition();
    List<JsonNode> events = envelopes(heard);
    Set<String> signals = new TreeSet<>();
    events.forEach(event -> add(signals, event));
    envelopes(decided).forEach(decision -> add(signals, decision));
    List<JsonNode> decisions =
        envelopes(
            on(Topic.DECISIONS, partition, each -> mentions(each, order) || any(each, signals)));
    return Optional.of(chain(order, partition, ofOrder(decisions, order), events, signals));
  }

  private OrderChain chain(
      String order,
      int partition,
      List<JsonNode> decisions,
      List<JsonNode> events,
      Set<String> signals) {
    Optional<JsonNode> signal =
        envelopes(on(Topic.SIGNALS, partition, each -> any(each, signals))).stream().findFirst();
    Optional<JsonNode> command =
        envelopes(on(Topic.ORDERS, partition, each -> mentions(each, order))).stream()
            .filter(each -> type(each).equals("submit-order") || type(each).equals("replace-order"))
            .findFirst();
    List<JsonNode> fills = envelopes(on(Topic.FILLS, partition, each -> mentions(each, order)));
    return new OrderChain(
        order, signal, inputs(signal, decisions), decisions, command, events, fills);
  }

  /** Of an order that is worked off in children: its approval and its own child's, no sibling's. */
  private static List<JsonNode> ofOrder(List<JsonNode> decisions, String order) {
    return decisions.stream()
        .filter(
            each ->
                !type(each).startsWith("child-") || each.toString().contains("\"" + order + "\""))
        .toList();
  }

  private List<Input> inputs(Optional<JsonNode> signal, List<JsonNode> decisions) {
    var inputs = new ArrayList<Input>();
    signal.ifPresent(each -> inputs.addAll(read(each.path("body").path("inputs"), "the signal")));
    decisions.forEach(
        each ->
            inputs.addAll(read(each.path("body").path("used").path("offsets"), "the decision")));
    var seen = new LinkedHashSet<String>();
    return inputs.stream().filter(each -> seen.add(each.place())).toList();
  }

  private List<Input> read(JsonNode offsets, String by) {
    var inputs = new ArrayList<Input>();
    for (JsonNode offset : offsets) {
      String topic = offset.path("topic").asString("");
      int partition = offset.path("partition").asInt();
      long at = offset.path("offset").asLong();
      inputs.add(
          new Input(
              topic + "-" + partition + "@" + at,
              by,
              search.at(topic, partition, at).map(each -> JSON.readTree(each.value()))));
    }
    return inputs;
  }

  private List<ConsumerRecord<String, String>> on(
      Topic topic,
      int partition,
      java.util.function.Predicate<ConsumerRecord<String, String>> fits) {
    return search.all(List.of(new TopicPartition(topic.topicName(), partition)), fits);
  }

  private static boolean mentions(ConsumerRecord<String, String> record, String id) {
    return record.value() != null && record.value().contains("\"" + id + "\"");
  }

  private static boolean any(ConsumerRecord<String, String> record, Set<String> ids) {
    return ids.stream().anyMatch(id -> mentions(record, id));
  }

  private static void add(Set<String> signals, JsonNode envelope) {
    String signal = envelope.path("body").path("signalId").asString("");
    if (!signal.isEmpty()) {
      signals.add(signal);
    }
  }

  private static String type(JsonNode envelope) {
    return envelope.path("type").asString("");
  }

  private static List<JsonNode> envelopes(List<ConsumerRecord<String, String>> records) {
    return records.stream().map(each -> JSON.readTree(each.value())).toList();
  }
}

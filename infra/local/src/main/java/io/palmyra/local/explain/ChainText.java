package io.palmyra.local.explain;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The way of an order for people. */
public final class ChainText {
  private static final Set<String> TOLD_ELSEWHERE =
      Set.of(
          "clientOrderId", "account", "instrument", "signalId", "source", "at", "checks", "used");

  private final PrintWriter out;

  /** Written to this. */
  public ChainText(PrintWriter out) {
    this.out = out;
  }

  /** Writes it. */
  public void write(OrderChain chain) {
    out.printf("Order %s%n", chain.order());
    head("What was known");
    if (chain.inputs().isEmpty()) {
      out.println("  nothing was noted");
    }
    chain
        .inputs()
        .forEach(
            input ->
                out.printf(
                    "  %-22s %s%n",
                    input.place(),
                    input
                        .record()
                        .map(record -> line(record))
                        .orElse("not kept any more; read for " + input.by())));
    head("The signal");
    out.println("  " + chain.signal().map(ChainText::line).orElse("not published, or not kept"));
    chain.decisions().forEach(this::decision);
    head("The order");
    out.println("  " + chain.command().map(ChainText::line).orElse("none went to execution"));
    head("Its life");
    chain.events().forEach(event -> out.println("  " + line(event)));
    head("Fills");
    if (chain.fills().isEmpty()) {
      out.println("  none");
    }
    chain.fills().forEach(fill -> out.println("  " + line(fill)));
  }

  private void decision(JsonNode envelope) {
    JsonNode body = envelope.path("body");
    head("Decision: " + envelope.path("type").asString(""));
    out.println("  " + line(envelope));
    for (JsonNode check : body.path("checks")) {
      out.printf(
          Locale.ROOT,
          "  %-6s %-24s found %s, allowed %s%n",
          found(check),
          check.path("check").asString(""),
          check.path("value").asString(""),
          check.path("limit").asString(""));
    }
    JsonNode used = body.path("used");
    if (!used.isMissingNode() && !used.isNull()) {
      out.println("  with   " + fields(used, Set.of("limits", "offsets", "quote")));
      out.println("  quote  " + fields(used.path("quote"), Set.of()));
      out.println("  limits " + fields(used.path("limits"), Set.of()));
    }
  }

  private static String found(JsonNode check) {
    boolean waived = !check.path("override").asString("").isEmpty();
    return check.path("passed").asBoolean() ? "passed" : waived ? "WAIVED" : "FAILED";
  }

  private void head(String title) {
    out.printf("%n%s%n", title);
  }

  private static String line(JsonNode envelope) {
    return String.format(
        Locale.ROOT,
        "%-27s %-18s %s",
        envelope.path("occurredAt").asString(""),
        envelope.path("type").asString(""),
        fields(envelope.path("body"), TOLD_ELSEWHERE));
  }

  private static String fields(JsonNode body, Set<String> without) {
    List<String> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      JsonNode value = field.getValue();
      if (!without.contains(field.getKey()) && !value.isNull()) {
        fields.add(
            field.getKey() + "=" + (value.isValueNode() ? value.asString("") : value.toString()));
      }
    }
    return String.join(" ", fields);
  }
}

package io.palmyra.systemtest.suite;

import io.palmyra.contracts.fill.FillAmended;
import io.palmyra.contracts.fill.FillMessage;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.FillId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The three ledgers of an account, compared to the last digit: fills, portfolio, venue. */
public final class Ledgers {
  private final Rest gateway;
  private final Rest venue;
  private final Rest execution;

  /** Asked at the gateway and at the venue itself. */
  public Ledgers(Rest gateway, Rest venue, Rest execution) {
    this.gateway = gateway;
    this.venue = venue;
    this.execution = execution;
  }

  /** Whether the sum of fills is the position in the portfolio and at the venue. */
  public Finding positions(List<FillMessage> fills) {
    Map<String, BigDecimal> sums = sums(fills);
    Map<String, BigDecimal> portfolio = held(gateway.items("/api/v1/positions?account=paper"));
    Map<String, BigDecimal> venues = held(books().path("positions"));
    var violations = new ArrayList<String>();
    var instruments = new TreeSet<>(sums.keySet());
    instruments.addAll(portfolio.keySet());
    instruments.addAll(venues.keySet());
    for (String instrument : instruments) {
      BigDecimal sum = sums.getOrDefault(instrument, BigDecimal.ZERO);
      BigDecimal ours = portfolio.getOrDefault(instrument, BigDecimal.ZERO);
      BigDecimal theirs = venues.getOrDefault(instrument, BigDecimal.ZERO);
      if (sum.compareTo(ours) != 0 || sum.compareTo(theirs) != 0) {
        violations.add(instrument + ": fills " + sum + ", portfolio " + ours + ", venue " + theirs);
      }
    }
    return new Finding(
        "sum of fills = portfolio = venue's own books", instruments + "", violations);
  }

  /** What fills come to, with what the venue changed of them since. */
  private static Map<String, BigDecimal> sums(List<FillMessage> fills) {
    Map<FillId, BigDecimal> changed = new HashMap<>();
    for (FillMessage each : fills) {
      if (each instanceof FillAmended now) {
        changed.put(now.fillId(), new BigDecimal(now.quantity().toString()));
      }
    }
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (FillMessage each : fills) {
      if (each instanceof FillRecorded fill) {
        BigDecimal quantity =
            changed.getOrDefault(fill.fillId(), new BigDecimal(fill.lastQuantity().toString()));
        sums.merge(
            fill.instrument().value(),
            fill.side().sign() > 0 ? quantity : quantity.negate(),
            BigDecimal::add);
      }
    }
    return sums;
  }

  /** Whether portfolio and venue hold the same money. */
  public Finding cash() {
    BigDecimal ours =
        new BigDecimal(gateway.items("/api/v1/accounts").get(0).path("cash").asString());
    BigDecimal theirs = new BigDecimal(books().path("cash").get(0).path("amount").asString());
    return new Finding(
        "cash is the same to the last digit",
        ours.toPlainString(),
        ours.compareTo(theirs) == 0 ? List.of() : List.of(ours + ", venue " + theirs));
  }

  /** Whether what execution believes open is open at the venue, and no order's fate is unknown. */
  public Finding openOrders() {
    var ours = new TreeSet<String>();
    var violations = new ArrayList<String>();
    for (JsonNode order : execution.items("/api/v1/orders?account=paper&limit=1000")) {
      ours.add(order.path("clientOrderId").asString());
      if (order.path("state").asString().equals("UNKNOWN")) {
        violations.add("unknown: " + order);
      }
    }
    var theirs = new TreeSet<String>();
    for (JsonNode order : books().path("orders")) {
      if (order.path("status").asString().equals("WORKING")) {
        theirs.add(order.path("request").path("clientOrderId").asString());
      }
    }
    if (!ours.equals(theirs)) {
      violations.add("open here " + ours + ", at the venue " + theirs);
    }
    return new Finding(
        "the same orders are open here and at the venue", ours.size() + " open", violations);
  }

  private JsonNode books() {
    return venue.get("/api/v1/books/paper").body();
  }

  private static Map<String, BigDecimal> held(JsonNode positions) {
    var held = new TreeMap<String, BigDecimal>();
    for (JsonNode position : positions) {
      var quantity = new BigDecimal(position.path("quantity").asString());
      if (quantity.signum() != 0) {
        held.merge(position.path("instrument").asString(), quantity, BigDecimal::add);
      }
    }
    return held;
  }
}

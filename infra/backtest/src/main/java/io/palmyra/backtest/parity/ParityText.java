package io.palmyra.backtest.parity;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** A report in words. */
final class ParityText {
  private static final int SHOWN = 20;

  private final PrintStream out;

  ParityText(PrintStream out) {
    this.out = out;
  }

  void write(ParityReport report) {
    out.printf("parity from %s to %s%n%n", report.from(), report.until());
    if (report.instances().isEmpty()) {
      out.println("no strategy ran then");
    }
    report.instances().forEach(this::write);
    score("decisions", report.orders().decisions());
    score("orders", report.orders().orders());
    differences(report.orders().differences());
    out.println();
    out.println(
        report.same() ? report.isEmpty() ? "NOTHING TO COMPARE" : "THE SAME" : "NOT THE SAME");
  }

  private void write(InstanceReport instance) {
    out.printf(
        "%s: %s %s on %s for %s, %d %s%n",
        instance.instance(),
        instance.strategy(),
        instance.parameters(),
        instance.instrument(),
        instance.account(),
        instance.runs(),
        instance.runs() == 1 ? "run" : "runs");
    score("signals", instance.signals());
    if (instance.reordered() > 0) {
      out.printf(
          "  between %d points of it the market's and the account's records came in another order than they were recorded%n",
          instance.reordered());
    }
    instance.notes().forEach(each -> out.println("  " + each));
    differences(instance.differences());
    instance.fills().forEach(this::write);
    out.println();
  }

  private void score(String what, Score score) {
    if (score.all() == 0) {
      out.printf("  %-10s none%n", what);
      return;
    }
    out.printf(
        Locale.ROOT,
        "  %-10s %6.2f %%  %d of %d the same; %d missing, %d extra, %d different%n",
        what,
        score.percent(),
        score.same(),
        score.all(),
        score.missing(),
        score.extra(),
        score.different());
  }

  private void differences(List<Difference> differences) {
    for (Difference each : differences.stream().limit(SHOWN).toList()) {
      out.printf("  %s %s at %s%n", each.kind().toUpperCase(Locale.ROOT), each.what(), each.at());
      each.fields().forEach(field -> out.println("    " + field));
    }
    more(differences.size());
  }

  private void write(FillsReport fills) {
    out.printf("  fills beside a plain backtest of bars from %s to %s%n", fills.from(), fills.to());
    fills.notes().forEach(each -> out.println("    " + each));
    fills.figures().forEach((name, value) -> out.printf("    %-18s %s%n", name, text(value)));
    for (FillLine each : fills.fills().stream().limit(SHOWN).toList()) {
      out.printf(
          "    %-7s %-4s %s %s live, %s %s tested: %s%n",
          each.kind(),
          each.side(),
          or(each.liveAt()),
          or(each.livePrice()),
          or(each.testedAt()),
          or(each.testedPrice()),
          each.explanation());
    }
    more(fills.fills().size());
    out.println("    assumed:");
    fills.assumptions().forEach((name, words) -> out.printf("      %-24s %s%n", name, words));
  }

  private void more(int all) {
    if (all > SHOWN) {
      out.println("    and " + (all - SHOWN) + " more: --json or --out tells all");
    }
  }

  private static String or(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "-" : text;
  }

  private static String text(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.4g", number)
        : value.toString();
  }
}

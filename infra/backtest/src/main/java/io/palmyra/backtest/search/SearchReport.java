package io.palmyra.backtest.search;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A search as it is told.
 *
 * @param search all that its outcomes depend on, by name
 * @param objective what was made as great as can be
 * @param trials that were run
 * @param counting of them, that may be the best
 * @param dropped points whose parameters do not go together
 * @param best of all
 * @param ranking the best ones, the best first
 * @param robustness of the best
 * @param assumptions in words
 */
public record SearchReport(
    Map<String, String> search,
    String objective,
    int trials,
    int counting,
    int dropped,
    Outcome best,
    List<Outcome> ranking,
    Robustness robustness,
    Map<String, String> assumptions) {
  private static final int RANKED = 20;

  /**
   * Of what was found; empty if no trial counts.
   *
   * @param seed of the chance by which the best is examined
   */
  public static Optional<SearchReport> of(
      Manifest manifest, SearchPlan plan, Found found, Ground ground, long seed) {
    return found
        .best()
        .map(
            best ->
                new SearchReport(
                    manifest.facts(),
                    plan.goal().objective().text(),
                    found.outcomes().size(),
                    (int) found.outcomes().stream().filter(Outcome::counts).count(),
                    found.dropped(),
                    best,
                    found.ranking(RANKED),
                    Robustness.of(found, best, ground, seed),
                    ground.inWords()));
  }

  /** Writes {@code heatmap.html} and {@code report.json}. */
  public void write(Path directory, Space space, Found found) throws IOException {
    Files.writeString(directory.resolve("report.json"), json());
    Files.writeString(directory.resolve("heatmap.html"), SearchPage.of(this, space, found));
  }

  /** As JSON. */
  public String json() {
    return Json.of(this);
  }

  /** In words, for a terminal. */
  public void tell(PrintStream out) {
    out.println(inWords());
    out.println();
    out.printf("best       trial %d: %s%n", best.trial().number(), best.trial().parameters());
    FigureTexts.of(best.metrics()).forEach((name, text) -> out.printf("  %-20s %s%n", name, text));
    out.println();
    out.println("how far that can be trusted:");
    RobustnessTexts.of(robustness).forEach((name, text) -> out.printf("  %-30s %s%n", name, text));
  }

  /** What was done, in a sentence. */
  String inWords() {
    return "%d trials, of which %d count; %d points dropped, whose parameters do not go together"
        .formatted(trials, counting, dropped);
  }
}

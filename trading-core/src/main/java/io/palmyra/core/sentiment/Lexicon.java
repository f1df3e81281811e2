package io.palmyra.core.sentiment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Words of markets and how good or bad they are for a price, chosen and weighed by hand. */
final class Lexicon {
  private static final String GOOD =
      """
      3 soar soars soared soaring skyrocket skyrockets skyrocketed surge surges surged surging rocket
      rockets rocketed record-breaking blockbuster boom booms booming windfall
      2 rally rallies rallied rallying jump jumps jumped jumping leap leaps leapt spike spikes spiked
      beat beats beating outperform outperforms outperformed upgrade upgrades upgraded breakthrough
      bullish strong stronger strongest robust rebound rebounds rebounded rebounding recover recovers
      recovered recovery breakout boost boosts boosted boosting profit profits profitable exceed
      exceeds exceeded optimism optimistic triumph shortage
      1 rise rises rose rising risen gain gains gained gaining climb climbs climbed climbing up higher
      high advance advances advanced advancing growth grow grows grew growing improve improves improved
      improving improvement firm firmer firms firmed support supports supported supportive steady
      steadies positive demand demands buy buys buying buyer buyers bid approve approves approved
      approval win wins won winning success successful expand expands expanded expansion upbeat
      confident confidence ease eases eased easing dovish stimulus inflow inflows accumulate adoption
      dividend buyback agreement deal partnership tighten-supply undersupplied resilient resilience
      """;

  private static final String BAD =
      """
      3 crash crashes crashed crashing plunge plunges plunged plunging collapse collapses collapsed
      collapsing bankrupt bankruptcy meltdown rout routs default defaults defaulted fraud catastrophe
      catastrophic hack hacked insolvent insolvency
      2 tumble tumbles tumbled tumbling slump slumps slumped slumping sink sinks sank sinking slide
      slides slid sliding miss misses missed plummet plummets plummeted downgrade downgrades downgraded
      bearish weak weaker weakest weaken weakens weakened weakening crisis recession loss losses panic
      turmoil sell-off selloff dump dumps dumped ban bans banned sanction sanctions sanctioned lawsuit
      sue sues sued probe investigation warn warns warned warning glut pessimism pessimistic war attack
      outage breach layoffs bust halted
      1 fall falls fell falling fallen drop drops dropped dropping decline declines declined declining
      dip dips dipped dipping down lower low lose loses lost losing slip slips slipped slipping ease-off
      retreat retreats retreated retreating negative concern concerns worried worries worry fear fears
      feared risk risks risky uncertain uncertainty slow slows slowed slowing slowdown sell sells selling
      seller sellers pressure pressured cut cuts cutting reject rejects rejected rejection delay delays
      delayed debt hawkish outflow outflows oversupply oversupplied surplus tariff tariffs inflation
      downbeat struggle struggles struggled fail fails failed failing failure hurt hurts drag drags
      dragged shrink shrinks shrank contraction unrest strike strikes drought flood
      """;

  private static final Set<String> NEGATIONS =
      Set.of(
          "not",
          "no",
          "never",
          "without",
          "hardly",
          "barely",
          "neither",
          "nor",
          "cannot",
          "can't",
          "won't",
          "don't",
          "doesn't",
          "didn't",
          "isn't",
          "aren't",
          "wasn't",
          "weren't",
          "fails",
          "failed",
          "despite",
          "unlikely",
          "avoid",
          "avoids",
          "avoided");

  private static final Map<String, Double> INTENSITY =
      Map.ofEntries(
          Map.entry("very", 1.4),
          Map.entry("sharply", 1.5),
          Map.entry("strongly", 1.4),
          Map.entry("heavily", 1.4),
          Map.entry("massively", 1.6),
          Map.entry("hugely", 1.6),
          Map.entry("extremely", 1.6),
          Map.entry("steeply", 1.5),
          Map.entry("significantly", 1.3),
          Map.entry("big", 1.3),
          Map.entry("huge", 1.5),
          Map.entry("record", 1.5),
          Map.entry("slightly", 0.5),
          Map.entry("marginally", 0.5),
          Map.entry("modestly", 0.6),
          Map.entry("somewhat", 0.6),
          Map.entry("little", 0.6),
          Map.entry("small", 0.7));

  private static final Lexicon BUILT_IN = new Lexicon();

  private final Map<String, Double> weights = new HashMap<>();
  private final Set<String> negations = new HashSet<>(NEGATIONS);

  private Lexicon() {
    read(GOOD, 1);
    read(BAD, -1);
  }

  static Lexicon builtIn() {
    return BUILT_IN;
  }

  /** Weight of a word in lower case, -3 to 3; empty if it says nothing. */
  OptionalDouble weight(String word) {
    Double weight = weights.get(word);
    return weight == null ? OptionalDouble.empty() : OptionalDouble.of(weight);
  }

  /** Whether a word turns round what follows. */
  boolean negates(String word) {
    return negations.contains(word);
  }

  /** Factor that a word puts on the next; 1 for most. */
  double intensity(String word) {
    return INTENSITY.getOrDefault(word, 1.0);
  }

  private void read(String text, int sign) {
    double weight = 0;
    for (String word : text.split("\\s+")) {
      if (word.length() == 1 && Character.isDigit(word.charAt(0))) {
        weight = sign * Double.parseDouble(word);
      } else if (!word.isEmpty()) {
        weights.put(word, weight);
      }
    }
  }
}

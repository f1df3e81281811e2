package io.palmyra.core.sentiment;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Words of finance and what they say of a price: positive weights for good news, negative ones for
 * bad, 0.5 (a hint) to 3 (drastic). Collected for Palmyra, by reading headlines.
 */
final class Lexicon {
  /** What a negation leaves of a word's weight, turned round: "not good" is less than "bad". */
  static final double NEGATED = -0.75;

  private static final Map<String, Double> OPINIONS = new HashMap<>();
  private static final Map<String, Double> INTENSITIES = new HashMap<>();

  private static final Set<String> NEGATIONS =
      Set.of(
          ("no not never neither nor none without cannot hardly barely fail fails failed failing"
                  + " lack lacks lacking avoid avoids avoided avoiding averts averted unable unlikely"
                  + " denies denied deny")
              .split(" "));

  private static final Set<String> REVERSALS =
      Set.of(
          ("ease eases eased easing fade fades faded fading recede recedes receded subside subsides"
                  + " subsided evaporate evaporates evaporated vanish vanishes vanished")
              .split(" "));

  static {
    opinions(
        3,
        "soar soars soared soaring surge surges surged surging skyrocket skyrockets boom booms"
            + " booming breakthrough record-high");
    opinions(
        2,
        "rally rallies rallied rallying jump jumps jumped jumping bullish outperform outperforms"
            + " outperformed upgrade upgrades upgraded profit profits profitable windfall triumph"
            + " rebound rebounds rebounded rebounding optimistic optimism confident confidence beat"
            + " beats approval approved growth bailout");
    opinions(
        1.5,
        "gain gains gained gaining climb climbs climbed climbing rise rises rose risen rising"
            + " advance advances advanced recover recovers recovered recovery recovering boost"
            + " boosts boosted strengthen strengthens strengthened demand buying inflows dovish"
            + " stimulus adoption upbeat win wins won success successful improve improves improved"
            + " improvement expand expands expansion");
    opinions(
        1,
        "up strong stronger strength good better best higher high positive support supports"
            + " supported supportive steady stable stability hope hopes hopeful opportunity promising"
            + " agreement deal resilient resilience healthy solid robust favourable favorable buy"
            + " accumulate upside oversold");
    opinions(0.5, "firm firmer firms calm progress welcome welcomes constructive");
    opinions(
        -3,
        "crash crashes crashed crashing plunge plunges plunged plunging collapse collapses collapsed"
            + " collapsing bankrupt bankruptcy default defaults defaulted meltdown fraud hack hacked"
            + " war catastrophe catastrophic insolvent insolvency");
    opinions(
        -2,
        "slump slumps slumped slumping tumble tumbles tumbled tumbling sink sinks sank sinking"
            + " bearish downgrade downgrades downgraded underperform underperforms panic recession"
            + " crisis scandal lawsuit sanctions sanction sell-off selloff rout turmoil liquidation"
            + " liquidated loss losses worried worry worries fear fears fearful pessimistic pessimism"
            + " ban bans banned");
    opinions(
        -1.5,
        "fall falls fell fallen falling drop drops dropped dropping decline declines declined"
            + " declining slide slides slid sliding lose loses lost losing selling outflows hawkish"
            + " tariffs tariff layoffs shortfall miss misses missed deficit weaken weakens weakened"
            + " weakening inflation drought glut");
    opinions(
        -1,
        "down weak weaker weakness bad worse worst lower low negative risk risks risky uncertain"
            + " uncertainty concern concerns concerned warn warns warned warning slip slips slipped"
            + " slipping dip dips dipped doubt doubts pressure pressures trouble volatile volatility"
            + " cautious caution delay delays delayed downside overbought investigation probe");
    opinions(-0.5, "soft softer softens muted flat stall stalls stalled pause hesitant");

    intensities(
        1.5,
        "very sharply heavily heavy strongly massively massive hugely huge dramatically dramatic"
            + " extremely severe severely steep steeply significantly record deep deeply");
    intensities(1.25, "broadly further clearly firmly solidly considerably sustained");
    intensities(0.5, "slightly slight somewhat mildly mild modestly modest marginally partly");
  }

  private Lexicon() {}

  /** Weight of a word in lower case; 0 when it has no opinion. */
  static double opinion(String word) {
    return OPINIONS.getOrDefault(word, 0.0);
  }

  /** By how much a word makes its neighbour stronger or weaker; 1 for most. */
  static double intensity(String word) {
    return INTENSITIES.getOrDefault(word, 1.0);
  }

  /** Whether the word turns round what follows. */
  static boolean negates(String word) {
    return NEGATIONS.contains(word) || word.endsWith("n't");
  }

  /** Whether the word turns round what stands before it, as in "fears ease". */
  static boolean reverses(String word) {
    return REVERSALS.contains(word);
  }

  private static void opinions(double weight, String words) {
    for (String word : words.split(" ")) {
      OPINIONS.put(word, weight);
    }
  }

  private static void intensities(double factor, String words) {
    for (String word : words.split(" ")) {
      INTENSITIES.put(word, factor);
    }
  }
}

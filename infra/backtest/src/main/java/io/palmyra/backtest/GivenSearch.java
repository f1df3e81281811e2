package io.palmyra.backtest;

import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.TradingHours;
import io.palmyra.backtest.search.AxisText;
import io.palmyra.backtest.search.EvolutionSearch;
import io.palmyra.backtest.search.Goal;
import io.palmyra.backtest.search.GridSearch;
import io.palmyra.backtest.search.Ground;
import io.palmyra.backtest.search.Objective;
import io.palmyra.backtest.search.RandomSearch;
import io.palmyra.backtest.search.Search;
import io.palmyra.backtest.search.SearchPlan;
import io.palmyra.backtest.search.Space;
import io.palmyra.backtest.search.Workers;
import io.palmyra.core.strategy.ParameterSpec;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.cli.SearchOptions;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What options say of a search, read and checked; what is wrong is told by its option. */
final class GivenSearch {
  private static final int TRIALS = 200;
  private static final int MOST_TRIALS = GridSearch.MOST;
  private static final int MOST_THREADS = 1024;

  private final SearchOptions options;
  private final GivenSetup given;
  private final Ground ground;
  private final SearchPlan plan;

  GivenSearch(SearchOptions options) {
    this.options = options;
    between("--min-trades", options.minimumTrades(), 0, Integer.MAX_VALUE);
    between("--threads", threads(), 1, MOST_THREADS);
    if (Files.exists(options.out()) && !Files.isDirectory(options.out())) {
      throw Programs.wrong("--out", options.out(), "a directory, or a place for one");
    }
    var goal =
        new Goal(
            Programs.read("--objective", options.objective(), Objective::named),
            options.minimumTrades());
    Search search = search();
    given = new GivenSetup(options.setup());
    ground = given.ground();
    try {
      plan = new SearchPlan(space(), search, goal);
      search.most(plan.space());
    } catch (IllegalArgumentException e) {
      throw LocalFailure.refused(String.valueOf(e.getMessage()));
    }
  }

  private static void between(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw Programs.wrong(option, value, "a whole number from " + least + " to " + most);
    }
  }

  private Search search() {
    Integer wanted = options.trials();
    int trials = wanted == null ? TRIALS : wanted;
    between("--trials", trials, 1, MOST_TRIALS);
    return switch (options.search()) {
      case "grid" -> {
        if (wanted != null) {
          throw Programs.wrong("--trials", wanted, "nothing with --search grid, which tries all");
        }
        yield new GridSearch();
      }
      case "random" -> new RandomSearch(trials, options.seed());
      case "evolution" -> new EvolutionSearch(trials, options.seed());
      default -> throw Programs.wrong("--search", options.search(), "grid, random, evolution");
    };
  }

  private Space space() {
    var strategy = ground.strategy().descriptor();
    var space =
        new Space(options.over().stream().map(each -> AxisText.read(each, strategy)).toList());
    for (var axis : space.axes()) {
      if (options.setup().parameters().containsKey(axis.name())) {
        throw new IllegalArgumentException(
            "--param gives '%s', which --over sweeps; allowed: one of the two"
                .formatted(axis.name()));
      }
    }
    ground.given().forEach((name, value) -> allowed(name, value, strategy.parameters()));
    return space;
  }

  private static void allowed(String name, String value, List<ParameterSpec> parameters) {
    ParameterSpec spec =
        parameters.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    Programs.wrong(
                        "--param " + name,
                        value,
                        "one of the parameters "
                            + String.join(
                                ", ", parameters.stream().map(ParameterSpec::name).toList())));
    if (spec.read(value) == null) {
      throw Programs.wrong("--param " + name, value, spec.allowed());
    }
  }

  Ground ground() {
    return ground;
  }

  SearchPlan plan() {
    return plan;
  }

  Workers workers() {
    return new Workers(threads());
  }

  private int threads() {
    Integer threads = options.threads();
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  /** All that outcomes depend on; not where files lie, nor how many threads there are. */
  Map<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    Bars bars = ground.bars();
    var terms = ground.terms();
    var assumptions = ground.assumptions();
    facts.put("strategy", ground.strategy().descriptor().id());
    ground.given().forEach((name, value) -> facts.put("with " + name, value));
    plan.space().axes().forEach(axis -> facts.put("over " + axis.name(), axis.inWords()));
    facts.put("search", plan.search().text());
    facts.put("most trials", "" + plan.search().most(plan.space()));
    facts.put("seed", "" + options.seed());
    facts.put("objective", plan.goal().objective().text());
    facts.put("least trades", "" + plan.goal().minimumTrades());
    facts.put("instrument", terms.instrument().value());
    facts.put("currency", terms.quoteCurrency().value());
    facts.put("tick", terms.tickSize().toString());
    facts.put("lot", terms.lotSize().toString());
    facts.put("multiplier", terms.multiplier().toString());
    facts.put("file", String.valueOf(options.setup().data().getFileName()));
    facts.put("sha256", given.imported().report().sha256());
    facts.put("bars", "" + bars.size());
    facts.put("from", bars.openTime(0).toString());
    facts.put("to", bars.closeTime(bars.size() - 1).toString());
    facts.put("limits", options.setup().limits());
    facts.put("cash", assumptions.cash().toString());
    facts.put("half spread", assumptions.halfSpread().toString());
    facts.put("slippage", assumptions.slippage().inWords());
    facts.put("commission a unit", assumptions.commission().perUnit().toString());
    facts.put("commission share", assumptions.commission().share().toString());
    facts.put("volume share", assumptions.volumeShare().toString());
    facts.put("funding", assumptions.inWords().getOrDefault("funding", ""));
    facts.putAll(ground.rules().inWords());
    if (options.setup().calendar().session() != null) {
      facts.put("sessions", new TradingHours(terms.calendar()).inWords());
    }
    if (ground.sentiment().isGiven()) {
      facts.put("sentiment", ground.sentiment().inWords());
    }
    return facts;
  }
}

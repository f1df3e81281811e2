package io.palmyra.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each rule has types that break it, and must say so; a good service breaks none. */
class ArchitectureRulesTests {
  private static final String FIXTURES = "io.palmyra.testing.fixtures.";

  /** Names of rules, and words that a violation must contain. */
  private static final Map<String, List<String>> EVERYWHERE =
      Map.ofEntries(
          Map.entry(
              "names say what a type is",
              List.of("OrderManager", "OrderImpl", "OrderHelper", "OrderUtils")),
          Map.entry("interfaces have plain names", List.of("IOrders")),
          Map.entry("packages are named by their idea", List.of("Anything")),
          Map.entry("fields are not injected", List.of("Injected.name")),
          Map.entry(
              "time, ids and chance come from outside",
              List.of("ReadsClock", "ReadsMillis", "ThrowsDice", "MakesIds", "Sleeps", "HasDice")),
          Map.entry("nothing is retried by annotation", List.of("Repeats")),
          Map.entry("BigDecimal stays in codec, outbound and reports", List.of("Inexact")),
          Map.entry("packages are @NullMarked", List.of("Unmarked")),
          Map.entry("nothing is transactional by annotation", List.of("Wraps")),
          Map.entry("settings are checked", List.of("UncheckedProperties")));

  private static final Map<String, List<String>> CORE =
      Map.of(
          "only depends on java.., org.jspecify.., org.apache.commons.statistics.distribution.., io.palmyra.contracts..",
          List.of("UsesLibrary"),
          "decisions read and write nothing",
          List.of("ReadsFiles"),
          "decisions throw no dice of their own",
          List.of("HasDice"),
          "money, prices and quantities are exact",
          List.of("Rounded.money"));

  private static final Map<String, List<String>> PLATFORM =
      Map.of(
          "the platform does not know trading",
          List.of("Decides"),
          "the platform does not know its services",
          List.of("KnowsNeighbour"));

  private static final Map<String, List<String>> SERVICE =
      Map.ofEntries(
          Map.entry("services do not know each other", List.of("KnowsNeighbour")),
          Map.entry(
              "a service has the rooms inbound, application and outbound", List.of("OddRoom")),
          Map.entry(
              "before the rooms stand only main, configuration and settings",
              List.of("LostUseCase")),
          Map.entry(
              "use cases know neither who calls them nor who serves them",
              List.of("LongController", "Table")),
          Map.entry(
              "use cases know no web, database or Kafka", List.of("java.net.http.HttpClient")),
          Map.entry("outbound does not know inbound", List.of("Table")),
          Map.entry("inbound goes through the use cases", List.of("LongController")),
          Map.entry("use cases are plain classes", List.of("KnowsAll")),
          Map.entry("most types are hidden in their package", List.of("5 of 6 types are public")),
          Map.entry(
              "controllers and listeners translate, call and return in ten lines",
              List.of("LongController.decide has 11 lines")));

  @Test
  void rulesOfEveryModuleAreBrokenByTheirFixtures() {
    assertBroken(EverywhereRules.all(), EVERYWHERE, FIXTURES);
  }

  @Test
  void rulesOfContractsAreBrokenByTheirFixtures() {
    assertBroken(
        DependencyRules.ofContracts(FIXTURES + "contracts"),
        Map.of("only depends on java.., org.jspecify..", List.of("UsesLibrary")),
        FIXTURES + "contracts");
  }

  @Test
  void rulesOfTradingCoreAreBrokenByTheirFixtures() {
    List<ArchRule> core = DependencyRules.ofTradingCore(FIXTURES + "core");
    List<ArchRule> contractsAsCore = DependencyRules.ofTradingCore(FIXTURES + "contracts");
    Map<String, List<String>> rest = new TreeMap<>(CORE);
    String first =
        "only depends on java.., org.jspecify.., org.apache.commons.statistics.distribution.., io.palmyra.contracts..";
    rest.remove(first);
    assertBroken(core.subList(1, core.size()), rest, FIXTURES + "core");
    assertBroken(
        contractsAsCore.subList(0, 1), Map.of(first, CORE.get(first)), FIXTURES + "contracts");
  }

  @Test
  void rulesOfPlatformAreBrokenByTheirFixtures() {
    List<ArchRule> rules = DependencyRules.ofPlatform(FIXTURES.substring(0, FIXTURES.length() - 1));
    assertBroken(rules, PLATFORM, FIXTURES);
  }

  @Test
  void rulesOfServicesAreBrokenByTheirFixtures() {
    assertBroken(ArchitectureRules.ofService(FIXTURES + "service"), SERVICE, FIXTURES + "service");
  }

  @Test
  void goodServiceBreaksNoRule() {
    JavaClasses good = classes(FIXTURES + "good");
    for (ArchRule rule : ArchitectureRules.ofService(FIXTURES + "good")) {
      rule.check(good);
    }
    for (ArchRule rule : EverywhereRules.all()) {
      rule.check(good);
    }
  }

  @Test
  void everyRuleSaysWhy() {
    for (String base :
        List.of(
            "io.palmyra.contracts", "io.palmyra.core", "io.palmyra.platform", "io.palmyra.risk")) {
      assertThat(ArchitectureRules.of(base)).hasSizeGreaterThan(8);
    }
    EvaluationResult broken = EverywhereRules.tellingNames().evaluate(classes(FIXTURES + "names"));
    assertThat(broken.getFailureReport().toString()).contains("say nothing of what a type does");
  }

  private static void assertBroken(
      List<ArchRule> rules, Map<String, List<String>> expected, String packages) {
    JavaClasses classes = classes(packages);
    Set<String> names = new TreeSet<>();
    for (ArchRule rule : rules) {
      names.add(rule.getDescription().replaceAll(", because .*", ""));
      String name = rule.getDescription().replaceAll(", because .*", "");
      EvaluationResult result = rule.evaluate(classes);
      assertThat(result.hasViolation()).as(name).isTrue();
      assertThat(result.getFailureReport().toString())
          .as(name)
          .contains(expected.getOrDefault(name, List.of("a fixture for: " + name)))
          .contains(", because ");
    }
    assertThat(names).as("each rule has a fixture").isEqualTo(new TreeSet<>(expected.keySet()));
  }

  private static JavaClasses classes(String packages) {
    return new ClassFileImporter().importPackages(packages.replaceAll("\\.$", ""));
  }
}

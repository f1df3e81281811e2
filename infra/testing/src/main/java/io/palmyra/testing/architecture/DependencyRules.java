package io.palmyra.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Who may know whom: service to platform to contracts, service to trading-core to contracts. */
final class DependencyRules {
  private static final String[] INPUT_AND_OUTPUT = {
    "java.io..",
    "java.nio..",
    "java.net..",
    "java.sql..",
    "java.util.logging..",
    "java.util.concurrent"
  };

  private DependencyRules() {}

  static List<ArchRule> ofContracts(String base) {
    return List.of(onlyDependsOn(base, "java..", "org.jspecify.."));
  }

  static List<ArchRule> ofTradingCore(String base) {
    return List.of(
        onlyDependsOn(
            base,
            "java..",
            "org.jspecify..",
            // Pure functions of numbers, as all that lives there.
            "org.apache.commons.statistics.distribution..",
            ArchitectureRules.CONTRACTS + ".."),
        noClasses()
            .that()
            .resideInAPackage(base + "..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(INPUT_AND_OUTPUT)
                    .or(equivalentTo(Thread.class))
                    .and(not(equivalentTo(ConcurrentHashMap.class))))
            .allowEmptyShould(true)
            .as("decisions read and write nothing")
            .because("the same input must give the same output, live and in a backtest"),
        noClasses()
            .that()
            .resideInAPackage(base + "..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .allowEmptyShould(true)
            .as("decisions throw no dice of their own")
            .because("chance comes as an argument, seeded"),
        fields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(
                base + ".portfolio..",
                base + ".execution..",
                base + ".control..",
                base + ".conversion..")
            .and()
            .areNotStatic()
            .should()
            .notHaveRawType("double")
            .andShould()
            .notHaveRawType("float")
            .allowEmptyShould(true)
            .as("money, prices and quantities are exact")
            .because("a double loses cents; it is for indicators and statistics"));
  }

  static List<ArchRule> ofPlatform(String base) {
    String[] services =
        ArchitectureRules.SERVICES.stream().map(name -> name + "..").toArray(String[]::new);
    return List.of(
        noClasses()
            .that()
            .resideInAPackage(base + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ArchitectureRules.TRADING_CORE + "..")
            .allowEmptyShould(true)
            .as("the platform does not know trading")
            .because("plumbing that decides is found by nobody"),
        noClasses()
            .that()
            .resideInAPackage(base + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(services)
            .allowEmptyShould(true)
            .as("the platform does not know its services")
            .because("dependencies point one way"));
  }

  static List<ArchRule> ofService(String base) {
    String[] others =
        ArchitectureRules.SERVICES.stream()
            .filter(name -> !name.equals(base))
            .map(name -> name + "..")
            .toArray(String[]::new);
    return List.of(
        noClasses()
            .that()
            .resideInAPackage(base + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others)
            .allowEmptyShould(true)
            .as("services do not know each other")
            .because("they talk over topics and REST, and are released one by one"));
  }

  private static ArchRule onlyDependsOn(String base, String... others) {
    String[] allowed = new String[others.length + 1];
    allowed[0] = base + "..";
    System.arraycopy(others, 0, allowed, 1, others.length);
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .allowEmptyShould(true)
        .as("only depends on " + String.join(", ", others))
        .because("what everything stands on must stand on nothing itself");
  }
}

package io.palmyra.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;

/** Rules of every module. */
final class EverywhereRules {
  /** Where time, ids and chance may enter; nothing there decides. */
  private static final String[] NAMED_PLACES = {
    "io.palmyra.platform.time..",
    "io.palmyra.local..",
    "io.palmyra.bench..",
    "io.palmyra.testing",
    "io.palmyra.testing.architecture.."
  };

  private static final Set<String> HIDDEN_INPUTS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Thread.sleep",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.Random.<init>",
          "java.util.Date.<init>",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.InstantSource.system");

  private EverywhereRules() {}

  static List<ArchRule> all() {
    return List.of(
        tellingNames(),
        plainInterfaceNames(),
        noCatchAllPackages(),
        noFieldInjection(),
        noHiddenInputs(),
        noRetries(),
        noHiddenTransactions(),
        checkedSettings(),
        exactDecimals(),
        nullMarked());
  }

  static ArchRule tellingNames() {
    return noClasses()
        .should()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .allowEmptyShould(true)
        .as("names say what a type is")
        .because("Impl, Manager, Helper and Util say nothing of what a type does");
  }

  static ArchRule plainInterfaceNames() {
    return noClasses()
        .that()
        .areInterfaces()
        .should()
        .haveNameMatching(".*\\.I[A-Z][a-z]\\w*")
        .allowEmptyShould(true)
        .as("interfaces have plain names")
        .because("who uses a type need not care that it is an interface");
  }

  static ArchRule noCatchAllPackages() {
    return noClasses()
        .should()
        .resideInAnyPackage(
            "..common..", "..util..", "..utils..", "..helper..", "..helpers..", "..misc..")
        .allowEmptyShould(true)
        .as("packages are named by their idea")
        .because("a package for anything collects everything");
  }

  static ArchRule noFieldInjection() {
    return noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .orShould()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("jakarta.annotation.Resource")
        .allowEmptyShould(true)
        .as("fields are not injected")
        .because("a constructor shows what a type needs, and a test can give it");
  }

  static ArchRule noHiddenInputs() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(NAMED_PLACES)
        .should()
        .accessTargetWhere(
            new DescribedPredicate<JavaAccess<?>>("it gives time, chance or a pause") {
              @Override
              public boolean test(JavaAccess<?> access) {
                String owner = access.getTargetOwner().getName();
                String name = access.getTarget().getName();
                return HIDDEN_INPUTS.contains(owner + "." + name)
                    || (owner.startsWith("java.time.") && name.equals("now"));
              }
            })
        .allowEmptyShould(true)
        .as("time, ids and chance come from outside")
        .because("what reads clocks by itself cannot be replayed or tested");
  }

  static ArchRule noRetries() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.springframework.resilience.annotation.Retryable")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.retry..", "org.springframework.core.retry..")
        .allowEmptyShould(true)
        .as("nothing is retried by annotation")
        .because("Spring's @Retryable repeats any call that fails, even the sending of an order");
  }

  static ArchRule noHiddenTransactions() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.springframework.transaction.annotation.Transactional")
        .allowEmptyShould(true)
        .as("nothing is transactional by annotation")
        .because("nobody looks for the annotation; a template shows where a transaction ends");
  }

  static ArchRule checkedSettings() {
    return ArchRuleDefinition.classes()
        .that()
        .areAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties")
        .should()
        .beAnnotatedWith("org.springframework.validation.annotation.Validated")
        .allowEmptyShould(true)
        .as("settings are checked")
        .because("without @Validated their ranges are mere decoration");
  }

  static ArchRule exactDecimals() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.palmyra.platform.codec..",
            "io.palmyra.platform.database..",
            "..outbound..",
            "..reports..",
            "io.palmyra.local..",
            "io.palmyra.bench..",
            "io.palmyra.systemtest..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.math.BigDecimal")
        .allowEmptyShould(true)
        .as("BigDecimal stays in codec, outbound and reports")
        .because("Price, Quantity and Money are exact and allocate nothing");
  }

  static ArchRule nullMarked() {
    return ArchRuleDefinition.classes()
        .should(
            new ArchCondition<>("be in a package that is @NullMarked") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean marked =
                    type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                events.add(
                    new SimpleConditionEvent(
                        type, marked, type.getName() + " is in a package without @NullMarked"));
              }
            })
        .allowEmptyShould(true)
        .as("packages are @NullMarked")
        .because("null is checked only where a package says so");
  }
}

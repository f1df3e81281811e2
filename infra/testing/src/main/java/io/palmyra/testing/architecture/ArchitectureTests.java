package io.palmyra.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the rules over a module's own classes. A module inherits it:
 *
 * <pre>{@code
 * class RiskArchitectureTests extends ArchitectureTests {
 *   RiskArchitectureTests() { super("io.palmyra.risk"); }
 * }
 * }</pre>
 */
public abstract class ArchitectureTests {
  private final String base;

  /**
   * @param base the module's package; it tells which rules hold there
   */
  protected ArchitectureTests(String base) {
    this.base = base;
  }

  @TestFactory
  Stream<DynamicTest> keepsTheRule() {
    JavaClasses classes = imported();
    return ArchitectureRules.of(base).stream()
        .map(rule -> DynamicTest.dynamicTest(nameOf(rule), () -> rule.check(classes)));
  }

  private JavaClasses imported() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // What Spring generates for a quick start lies beside ours after a build.
            .withImportOption(
                location -> !location.contains("__") && !location.contains("$$SpringCGLIB"))
            .importPackages(base);
    if (classes.isEmpty()) {
      throw new AssertionError("no classes under " + base);
    }
    return classes;
  }

  private static String nameOf(ArchRule rule) {
    return rule.getDescription();
  }
}

package io.palmyra.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import java.util.List;

/** All types of a service that have a name, its main class apart, seen as one. */
final class TypesOfService extends AbstractClassesTransformer<List<JavaClass>> {
  private final String base;

  TypesOfService(String base) {
    super("types of " + base);
    this.base = base;
  }

  @Override
  public Iterable<List<JavaClass>> doTransform(JavaClasses classes) {
    return List.of(
        classes.stream()
            .filter(type -> type.getPackageName().startsWith(base))
            .filter(type -> type.isTopLevelClass() || type.isMemberClass())
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .filter(type -> !type.getSimpleName().endsWith("Application"))
            .toList());
  }
}

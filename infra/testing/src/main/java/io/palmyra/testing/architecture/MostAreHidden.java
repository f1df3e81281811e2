package io.palmyra.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Collectors;

/** Over half of the types are not public; a handful of types has not to obey. */
final class MostAreHidden extends ArchCondition<List<JavaClass>> {
  private static final int HANDFUL = 6;

  MostAreHidden() {
    super("be hidden in their package, more than half of them");
  }

  @Override
  public void check(List<JavaClass> types, ConditionEvents events) {
    List<JavaClass> open = types.stream().filter(MostAreHidden::isOpen).toList();
    boolean obeys = types.size() < HANDFUL || open.size() * 2 < types.size();
    String message =
        "%d of %d types are public: %s"
            .formatted(
                open.size(),
                types.size(),
                open.stream().map(JavaClass::getSimpleName).collect(Collectors.joining(", ")));
    events.add(new SimpleConditionEvent(types, obeys, message));
  }

  /** A nested type is as open as the one around it. */
  private static boolean isOpen(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(MostAreHidden::isOpen).orElse(true);
  }
}

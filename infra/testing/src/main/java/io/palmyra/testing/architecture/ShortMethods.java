package io.palmyra.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.LineNumberInfo;
import java.lang.classfile.attribute.LineNumberTableAttribute;
import java.lang.reflect.AccessFlag;
import java.util.List;

/**
 * Methods of controllers and listeners have at most ten lines that do something, as the compiler
 * noted them. Constructors only store, and are left out.
 */
final class ShortMethods extends ArchCondition<JavaClass> {
  private static final int MOST_LINES = 10;
  private static final List<String> ENTRANCES =
      List.of(
          "io.palmyra.platform.stream.StreamListener",
          "io.palmyra.platform.lane.LaneHandler",
          "io.palmyra.platform.lease.LeaseListener");
  private static final String CONTROLLER = "org.springframework.stereotype.Controller";
  private static final String SCHEDULED = "org.springframework.scheduling.annotation.Scheduled";

  ShortMethods() {
    super("have at most " + MOST_LINES + " lines in a method");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (isEntrance(type) && type.getSource().isPresent()) {
      for (MethodModel method : read(type).methods()) {
        int lines = lines(method);
        events.add(
            new SimpleConditionEvent(
                type,
                lines <= MOST_LINES,
                "%s.%s has %d lines"
                    .formatted(type.getName(), method.methodName().stringValue(), lines)));
      }
    }
  }

  private static boolean isEntrance(JavaClass type) {
    return type.isMetaAnnotatedWith(CONTROLLER)
        || ENTRANCES.stream().anyMatch(type::isAssignableTo)
        || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(SCHEDULED));
  }

  private static ClassModel read(JavaClass type) {
    try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return ClassFile.of().parse(bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int lines(MethodModel method) {
    if (method.flags().has(AccessFlag.SYNTHETIC)
        || method.methodName().stringValue().startsWith("<")) {
      return 0;
    }
    return (int)
        method
            .code()
            .flatMap(code -> code.findAttribute(Attributes.lineNumberTable()))
            .map(LineNumberTableAttribute::lineNumbers)
            .orElse(List.of())
            .stream()
            .mapToInt(LineNumberInfo::lineNumber)
            .distinct()
            .count();
  }
}

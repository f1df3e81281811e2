package io.palmyra.userstrategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublishedApiTests {
  private static final String PACKAGE = "io.palmyra.core.strategy.";

  @Test
  void theDocumentNamesEachOfItsTypes() throws IOException {
    String document = Files.readString(Path.of("../../docs/strategies.md"));
    String section = document.substring(document.indexOf("## What a jar sees"));
    assertThat(PublishedApi.STRATEGY_TYPES)
        .allSatisfy(type -> assertThat(section).contains("`" + type + "`"));
  }

  @Test
  void whatItsMethodsMentionIsPartOfItToo() throws ClassNotFoundException {
    for (String name : PublishedApi.STRATEGY_TYPES) {
      List<Class<?>> all = new ArrayList<>(List.of(Class.forName(PACKAGE + name)));
      all.addAll(List.of(all.getFirst().getDeclaredClasses()));
      for (Class<?> type : all) {
        assertThat(Arrays.stream(type.getDeclaredMethods()).flatMap(PublishedApiTests::mentioned))
            .as(type.getName())
            .allMatch(PublishedApiTests::isSeen);
      }
    }
  }

  @Test
  void whatRunsStrategiesIsNotPartOfIt() {
    assertThat(
            Stream.of("StrategyRunner", "StrategyCatalogue", "RunnerState$Failed", "SmaCrossType"))
        .noneMatch(type -> PublishedApi.has(PACKAGE + type));
    assertThat(PublishedApi.has(PACKAGE + "ParameterSpec$Whole")).isTrue();
  }

  private static Stream<Class<?>> mentioned(Method method) {
    return Modifier.isPublic(method.getModifiers())
        ? Stream.concat(Stream.of(method.getReturnType()), Stream.of(method.getParameterTypes()))
        : Stream.of();
  }

  private static boolean isSeen(Class<?> type) {
    return type.isPrimitive()
        || type.getName().startsWith("java.")
        || PublishedApi.has(type.getName());
  }
}

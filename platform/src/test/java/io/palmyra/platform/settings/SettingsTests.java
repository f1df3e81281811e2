package io.palmyra.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.validation.annotation.Validated;

class SettingsTests {
  @Validated
  @ConfigurationProperties("palmyra.thing")
  record ThingProperties(
      @Max(10) @DefaultValue("3") int retryCount,
      @DefaultValue("HIGH") Level level,
      @NotNull Duration waitAtMost,
      @DefaultValue @Valid List<Part> parts,
      @DefaultValue Map<String, String> parameters) {}

  record Part(@NotNull String partName, @DefaultValue("1") int count) {}

  enum Level {
    LOW,
    HIGH
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(ThingProperties.class)
  @ImportAutoConfiguration(SettingsAutoConfiguration.class)
  static class Thing {}

  private static final Map<String, Object> GOOD =
      Map.of(
          "palmyra.thing.wait-at-most",
          "5s",
          "palmyra.security.jwk-set-uri",
          "http://127.0.0.1:1/jwks.json");

  @Test
  void startsWithGoodSettings() {
    try (ConfigurableApplicationContext context =
        run(
            Map.of(
                "palmyra.thing.parts[0].part-name", "wheel",
                "palmyra.thing.parameters.any.thing", "1",
                "palmyra.accounts[0].id", "paper",
                "palmyra.accounts[0].base-currency", "USD",
                "palmyra.accounts[0].venue", "SIMULATED"),
            Map.of("PALMYRA_THING_RETRYCOUNT", "7", "PALMYRA_SERVERS", "built-in"))) {
      assertThat(context.getBean(ThingProperties.class).retryCount()).isEqualTo(7);
      PlatformProperties platform = context.getBean(PlatformProperties.class);
      assertThat(platform.accounts()).hasSize(1);
      assertThat(platform.accounts().getFirst().baseCurrency().value()).isEqualTo("USD");
      assertThat(platform.security().audience()).isEqualTo("palmyra-services");
    }
  }

  @Test
  void hyphenatedEnvironmentNamesAreKnown() {
    try (var context =
        run(
            Map.of(),
            Map.of("PALMYRA_THING_RETRY_COUNT", "8", "PALMYRA_THING_PARTS_0_PARTNAME", "wheel"))) {
      assertThat(context.getBean(ThingProperties.class).retryCount()).isEqualTo(8);
      assertThat(context.getBean(ThingProperties.class).parts()).hasSize(1);
    }
  }

  @Test
  void namesUnknownSetting() {
    assertThat(refusal(Map.of("palmyra.thing.retry-cuont", "5"), Map.of()))
        .contains("palmyra.thing.retry-cuont is '5'")
        .contains("no such setting", "palmyra.thing.retry-count");
  }

  @Test
  void namesUnknownSettingInListElement() {
    assertThat(
            refusal(
                Map.of("palmyra.thing.parts[0].part-name", "w", "palmyra.thing.parts[0].x", "1"),
                Map.of()))
        .contains("palmyra.thing.parts[0].x is '1'");
  }

  @Test
  void namesUnknownEnvironmentVariable() {
    assertThat(refusal(Map.of(), Map.of("PALMYRA_THING_RETRY", "5")))
        .contains("PALMYRA_THING_RETRY is '5'", "no such setting");
  }

  @Test
  void namesSettingOfServiceThatIsNotThere() {
    assertThat(refusal(Map.of("palmyra.other.limit", "5"), Map.of()))
        .contains("palmyra.other.limit is '5'", "no such setting");
  }

  @Test
  void namesValueThatIsOutOfRange() {
    assertThat(refusal(Map.of("palmyra.thing.retry-count", "11"), Map.of()))
        .isEqualTo("palmyra.thing.retry-count is '11'; allowed: must be less than or equal to 10");
  }

  @Test
  void namesConstantsThatAreAllowed() {
    assertThat(refusal(Map.of("palmyra.thing.level", "MIDDLE"), Map.of()))
        .isEqualTo("palmyra.thing.level is 'MIDDLE'; allowed: one of LOW, HIGH");
  }

  @Test
  void namesValueOfWrongType() {
    assertThat(refusal(Map.of("palmyra.thing.wait-at-most", "soon"), Map.of()))
        .isEqualTo(
            "palmyra.thing.wait-at-most is 'soon'; allowed: a duration such as 500ms, 5s or 2m");
    assertThat(refusal(Map.of("palmyra.thing.retry-count", "many"), Map.of()))
        .isEqualTo("palmyra.thing.retry-count is 'many'; allowed: a whole number");
  }

  @Test
  void namesRuleOfValueType() {
    assertThat(
            refusal(
                Map.of(
                    "palmyra.accounts[0].id", "No Good",
                    "palmyra.accounts[0].base-currency", "USD",
                    "palmyra.accounts[0].venue", "SIMULATED"),
                Map.of()))
        .isEqualTo("palmyra.accounts[0].id is 'No Good'; allowed: 1 to 32 of a-z, 0-9 and hyphen");
  }

  @Test
  void namesMissingSetting() {
    var settings = new HashMap<>(GOOD);
    settings.remove("palmyra.thing.wait-at-most");
    assertThat(refusalOf(settings, Map.of()))
        .isEqualTo("palmyra.thing.wait-at-most is missing; allowed: it must be given");
  }

  @Test
  void namesMissingKeysOfTheGateway() {
    var settings = new HashMap<>(GOOD);
    settings.remove("palmyra.security.jwk-set-uri");
    assertThat(refusalOf(settings, Map.of()))
        .isEqualTo("palmyra.security.jwk-set-uri is missing; allowed: it must be given");
  }

  @Test
  void readsSecretsFromFiles(@TempDir Path secrets) throws Exception {
    Files.writeString(secrets.resolve("palmyra.thing.retry-count"), "9\n");
    try (var context = run(Map.of(), Map.of("PALMYRA_SECRETS_DIR", secrets.toString()))) {
      assertThat(context.getBean(ThingProperties.class).retryCount()).isEqualTo(9);
    }
  }

  @Test
  void defaultsOfAllServicesAreBelowEverythingElse() {
    try (var context = run(Map.of("management.tracing.sampling.probability", "1.0"), Map.of())) {
      ConfigurableEnvironment environment = context.getEnvironment();
      assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("true");
      assertThat(environment.getProperty("management.endpoints.web.exposure.include"))
          .isEqualTo("health,info,prometheus");
      assertThat(environment.getProperty("management.tracing.sampling.probability"))
          .isEqualTo("1.0");
      assertThat(environment.getProperty("logging.structured.format.console")).isNull();
    }
    try (var context = run(Map.of("palmyra.logging.json", "true"), Map.of())) {
      assertThat(context.getEnvironment().getProperty("logging.structured.format.console"))
          .isEqualTo("ecs");
    }
  }

  private static String refusal(Map<String, Object> settings, Map<String, Object> variables) {
    var all = new HashMap<>(GOOD);
    all.putAll(settings);
    return refusalOf(all, variables);
  }

  /** What Spring Boot prints: the first analyzer that has something to say wins. */
  private static String refusalOf(Map<String, Object> settings, Map<String, Object> variables) {
    Throwable failure = catchThrowable(() -> start(settings, variables).close());
    assertThat(failure).as("refuses to start").isNotNull();
    List<FailureAnalyzer> analyzers =
        SpringFactoriesLoader.forDefaultResourceLocation(SettingsTests.class.getClassLoader())
            .load(FailureAnalyzer.class, null, (type, name, cause) -> {});
    FailureAnalysis analysis =
        analyzers.stream()
            .flatMap(analyzer -> Stream.ofNullable(analyzer.analyze(failure)))
            .findFirst()
            .orElseThrow(() -> new AssertionError("nobody explains it", failure));
    return analysis.getDescription();
  }

  private static ConfigurableApplicationContext run(
      Map<String, Object> settings, Map<String, Object> variables) {
    var all = new HashMap<>(GOOD);
    all.putAll(settings);
    return start(all, variables);
  }

  private static ConfigurableApplicationContext start(
      Map<String, Object> settings, Map<String, Object> variables) {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    SpringApplication application =
        new SpringApplicationBuilder(Thing.class)
            .web(WebApplicationType.NONE)
            .environment(environment)
            .logStartupInfo(false)
            .build();
    String[] arguments =
        settings.entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new);
    return application.run(arguments);
  }
}

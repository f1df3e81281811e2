package io.palmyra.systemtest.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/settings.md}: every setting of every service, made from what their records say. */
final class SettingsTables {
  static final Path FILE = Path.of("../../docs/settings.md");
  static final String COMMAND =
      "mvn -pl infra/system-test -am test -Dtest=SettingsTablesTests"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update=true";

  private static final String METADATA =
      "target/classes/META-INF/spring-configuration-metadata.json";
  private static final List<String> MODULES =
      List.of(
          "platform",
          "market-data-service",
          "sentiment-service",
          "strategy-service",
          "risk-service",
          "execution-service",
          "portfolio-service",
          "gateway",
          "simulated-venue");
  private static final Pattern PACKAGES = Pattern.compile("[a-z0-9]+\\.(?=[a-zA-Z])");
  private static final Pattern CODE = Pattern.compile("\\{@(?:code|link) ([^}]*)}");

  private SettingsTables() {}

  /** The document as it should be. */
  static String wanted() {
    var text =
        new StringBuilder(
            """
            # Settings

            Generated from the settings records; refresh with `%s`.
            A setting is given in `application.yaml`, as an argument, by environment (`PALMYRA_RISK_INSTANCE`) or as a file under `palmyra.secrets-dir`. A wrong, missing or unknown one stops the service with a message that names it.
            `platform` holds for every service. What has no default must be given where the service needs it.
            """
                .formatted(COMMAND));
    MODULES.forEach(module -> text.append(table(module)));
    return text.toString();
  }

  private static String table(String module) {
    return "\n## "
        + module
        + "\n\n| setting | kind | default | meaning |\n|---|---|---|---|\n"
        + properties(module).stream().map(SettingsTables::row).collect(Collectors.joining());
  }

  private static List<JsonNode> properties(String module) {
    Path file = Path.of("../..", module, METADATA);
    try {
      return JsonMapper.shared()
          .readTree(Files.readString(file))
          .path("properties")
          .valueStream()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("build " + module + " first", e);
    }
  }

  private static String row(JsonNode property) {
    String description = Objects.requireNonNull(property.path("description").asString(""));
    JsonNode fallback = property.path("defaultValue");
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            property.path("name").asString(),
            kind(property.path("type").asString("")),
            fallback.isMissingNode() ? "" : "`" + fallback.asString() + "`",
            CODE.matcher(description).replaceAll("`$1`"));
  }

  private static String kind(String type) {
    String simple = PACKAGES.matcher(type).replaceAll("");
    return simple
        .substring(simple.lastIndexOf('$') + 1)
        .replace("<", " of ")
        .replace(",", " to ")
        .replace(">", "");
  }
}

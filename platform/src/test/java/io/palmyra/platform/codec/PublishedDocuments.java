package io.palmyra.platform.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The documents under docs/ that are made from the contracts, by path from docs/. */
final class PublishedDocuments {
  static final String COMMAND =
      "mvn -pl platform -am test -Dtest='GoldenSamplesTests,PublishedDocumentsTests'"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update=true";

  private static final Path DOCS = Path.of("../docs");
  private static final String BEGIN = "<!-- topics: generated -->\n";
  private static final String END = "<!-- topics: end -->";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
          .enable(
              YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();

  private PublishedDocuments() {}

  /** Whether the documents are to be written instead of compared. */
  static boolean updating() {
    return Boolean.getBoolean("docs.update");
  }

  /** Every document as it should be. */
  static Map<Path, String> wanted() {
    Map<Path, String> wanted = new TreeMap<>();
    WireTopics.allTypes()
        .forEach(
            type ->
                wanted.put(
                    DOCS.resolve("schemas/" + GoldenSamples.name(type) + ".json"),
                    JSON.writeValueAsString(JsonSchemas.of(type)) + "\n"));
    wanted.put(
        DOCS.resolve("asyncapi.yaml"),
        "# Generated from the contracts. Refresh: "
            + COMMAND
            + "\n"
            + YAML.writeValueAsString(AsyncApi.document()));
    wanted.put(DOCS.resolve("topics.md"), topics());
    return wanted;
  }

  /** The written text with the generated table in its place. */
  private static String topics() {
    String text = read(DOCS.resolve("topics.md"));
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    return text.substring(0, begin) + TopicTable.markdown() + text.substring(text.indexOf(END));
  }

  /** A document as it stands, empty if it is not there. */
  static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

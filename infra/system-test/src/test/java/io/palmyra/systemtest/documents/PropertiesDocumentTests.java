package io.palmyra.systemtest.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A property that names a test which is gone is shown by nothing. */
class PropertiesDocumentTests {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
  private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Tests|IT|Contract))`");

  @Test
  void everyTestThatItNamesStands() throws IOException {
    String text = Files.readString(ROOT.resolve("docs/PROPERTIES.md"));
    List<String> named = NAMED.matcher(text).results().map(found -> found.group(1)).toList();

    assertThat(named).hasSizeGreaterThan(40).isSubsetOf(tests());
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> modules = Files.walk(ROOT, 2)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(PropertiesDocumentTests::classes)
          .collect(Collectors.toSet());
    }
  }

  private static Stream<String> classes(Path sources) {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package io.palmyra.platform.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Javadoc of {@code contracts} says of a type, its fields and its enum constants. */
final class SourceDocs {
  private static final Path SOURCES = Path.of("../contracts/src/main/java");
  private static final Pattern TYPE =
      Pattern.compile(
          "/\\*\\*((?:[^*]|\\*(?!/))*)\\*/\\s*(?:@\\S+(?:\\([^)]*\\))?\\s+)*"
              + "public (?:sealed |non-sealed |final )*(?:record|enum|interface|class) ");
  private static final Pattern PARAMETER =
      Pattern.compile("@param (\\w+)\\s+(.*?)(?=\\s@param |\\s@|$)", Pattern.DOTALL);
  private static final Map<Class<?>, String> CACHE = new ConcurrentHashMap<>();

  private SourceDocs() {}

  /** What the type is, in a sentence or more. */
  static String of(Class<?> type) {
    String doc = javadoc(type);
    int parameters = doc.indexOf("@param");
    return (parameters < 0 ? doc : doc.substring(0, parameters)).strip();
  }

  /** What a record's field is. */
  static String of(Class<?> record, String field) {
    Matcher matcher = PARAMETER.matcher(javadoc(record));
    while (matcher.find()) {
      if (matcher.group(1).equals(field)) {
        return matcher.group(2).strip();
      }
    }
    throw new IllegalStateException(record + " says nothing of " + field);
  }

  private static String javadoc(Class<?> type) {
    return CACHE.computeIfAbsent(type, SourceDocs::read);
  }

  private static String read(Class<?> type) {
    try {
      Matcher matcher =
          TYPE.matcher(
              Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java")));
      if (!matcher.find()) {
        throw new IllegalStateException(type + " has no Javadoc");
      }
      return plain(matcher.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String plain(String javadoc) {
    return javadoc
        .replaceAll("(?m)^\\s*\\* ?", "")
        .replaceAll("\\{@(?:code|link) ([^}]*)}", "$1")
        .replaceAll("<sup>(.*?)</sup>", "^$1")
        .replaceAll("<[^>]+>", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}

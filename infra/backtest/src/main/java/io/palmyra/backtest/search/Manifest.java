package io.palmyra.backtest.search;

import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a directory of trials belongs to, {@value #NAME} in it: all that their outcomes depend on.
 *
 * @param facts by name
 */
public record Manifest(Map<String, String> facts) {
  static final String NAME = "search.json";

  public Manifest {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /**
   * Claims a directory, or finds that it is claimed by the same search.
   *
   * @throws LocalFailure if it belongs to another one
   */
  public void claim(Path directory) throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve(NAME);
    if (Files.exists(file)) {
      compare(read(file), directory);
      return;
    }
    if (Files.exists(directory.resolve(TrialFile.NAME))) {
      throw LocalFailure.refused(
          "--out is '%s', where there are trials of which nothing is known; allowed: another"
                  .formatted(directory)
              + " directory");
    }
    Path fresh = directory.resolve(NAME + ".new");
    Files.writeString(
        fresh,
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(facts));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Map<String, String> read(Path file) throws IOException {
    try {
      return new JsonMapper().readValue(Files.readString(file), new TypeReference<>() {});
    } catch (JacksonException e) {
      throw LocalFailure.refused(
          "--out has a " + file + " that cannot be read: " + e.getOriginalMessage());
    }
  }

  private void compare(Map<String, String> other, Path directory) {
    var names = new LinkedHashSet<>(facts.keySet());
    names.addAll(other.keySet());
    for (String name : names) {
      String here = facts.getOrDefault(name, "not given");
      String there = other.getOrDefault(name, "not given");
      if (!here.equals(there)) {
        throw LocalFailure.refused(
            "--out is '%s', which belongs to another search: %s is '%s' there and '%s' here"
                .formatted(directory, name, there, here));
      }
    }
  }
}

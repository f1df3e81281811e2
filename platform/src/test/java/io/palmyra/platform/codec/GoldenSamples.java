package io.palmyra.platform.codec;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.WireName;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.InstrumentTerms;
import io.palmyra.contracts.instrument.SpotTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One sample of each message version, kept for ever: {@code golden/vN/TYPE.json}, or {@code
 * TYPE.VARIANT.json}. A sample that is there is never written again.
 */
final class GoldenSamples {
  private static final Path ROOT = Path.of("src/test/resources/golden");
  private static final JsonMapper PRETTY =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  /** A sample: its file, its type, its bytes. */
  record Sample(Path file, Class<? extends Message> type, byte[] bytes) {
    @Override
    public String toString() {
      return ROOT.relativize(file).toString();
    }
  }

  private GoldenSamples() {}

  /** All samples there are. */
  static List<Sample> all() {
    Map<String, Class<? extends Message>> types =
        WireTopics.allTypes().stream().collect(Collectors.toMap(GoldenSamples::name, type -> type));
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(
              file -> {
                String name = file.getFileName().toString();
                return new Sample(
                    file, types.get(name.substring(0, name.indexOf('.'))), read(file));
              })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every sample that must be there. */
  static List<Path> expected() {
    return wanted().keySet().stream().toList();
  }

  /** Writes those samples that are not there yet. */
  static void addMissing() throws IOException {
    var codec = new MessageCodec();
    for (Map.Entry<Path, Envelope<Message>> wanted : wanted().entrySet()) {
      if (!Files.exists(wanted.getKey())) {
        Files.createDirectories(wanted.getKey().getParent());
        Files.writeString(
            wanted.getKey(),
            PRETTY.writeValueAsString(PRETTY.readTree(codec.encode(wanted.getValue()))) + "\n");
      }
    }
  }

  private static Map<Path, Envelope<Message>> wanted() {
    Map<Path, Envelope<Message>> wanted = new TreeMap<>();
    for (Class<? extends Message> type : WireTopics.allTypes()) {
      Path folder = ROOT.resolve("v" + type.getAnnotation(WireName.class).version());
      if (type == InstrumentDefined.class) {
        for (Class<?> terms : InstrumentTerms.class.getPermittedSubclasses()) {
          String variant = terms.getAnnotation(WireName.class).value();
          wanted.put(
              folder.resolve(name(type) + "." + variant + ".json"),
              new SampleMessages(terms).envelope(type));
        }
      } else {
        wanted.put(
            folder.resolve(name(type) + ".json"),
            new SampleMessages(SpotTerms.class).envelope(type));
      }
    }
    return wanted;
  }

  static String name(Class<?> type) {
    return type.getAnnotation(WireName.class).value();
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.palmyra.systemtest.suite;

import io.palmyra.core.venue.VenueEvent;
import io.palmyra.core.venue.VenueRecord;
import io.palmyra.platform.codec.SealedJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The simulated venue's own journal, read from its file: nobody of ours has a hand in it. */
public final class VenueJournal {
  private final List<VenueRecord> records;

  VenueJournal(List<VenueRecord> records) {
    this.records = List.copyOf(records);
  }

  /** Reads it whole. */
  public static VenueJournal read(Path suiteData) {
    JsonMapper json = SealedJson.knowing(VenueEvent.class);
    try (Stream<String> lines =
        Files.lines(suiteData.resolve("simulated-venue").resolve("venue.journal"))) {
      return new VenueJournal(lines.map(line -> json.readValue(line, VenueRecord.class)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its records, oldest first. */
  public List<VenueRecord> records() {
    return records;
  }

  /** What happened of one kind. */
  public <E extends VenueEvent> List<E> of(Class<E> kind) {
    return records.stream()
        .map(VenueRecord::event)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}

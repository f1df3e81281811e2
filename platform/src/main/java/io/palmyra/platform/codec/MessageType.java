package io.palmyra.platform.codec;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.WireName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * One message type as the codec holds it, with the Jackson parts that are costly to look up. They
 * are looked up when the type is first read or written: a service uses a few of the many. Any
 * thread; two that come first at once make the same twice.
 */
final class MessageType {
  private final String name;
  private final int version;
  private final Class<? extends Message> record;
  private final JsonMapper mapper;
  private volatile @Nullable ObjectReader reader;
  private volatile @Nullable ObjectWriter writer;

  private MessageType(WireName wire, Class<? extends Message> record, JsonMapper mapper) {
    this.name = wire.value();
    this.version = wire.version();
    this.record = record;
    this.mapper = mapper;
  }

  static MessageType of(Class<? extends Message> record, JsonMapper mapper) {
    WireName wire = record.getAnnotation(WireName.class);
    if (wire == null || !record.isRecord()) {
      throw new IllegalArgumentException(record + " is not a record with a @WireName");
    }
    return new MessageType(wire, record, mapper);
  }

  /** Its name on the wire. */
  String name() {
    return name;
  }

  /** The version that is written; this and all before it are read. */
  int version() {
    return version;
  }

  /** Its class. */
  Class<? extends Message> record() {
    return record;
  }

  /** Reads its body. */
  ObjectReader reader() {
    ObjectReader known = reader;
    if (known == null) {
      known = mapper.readerFor(record);
      reader = known;
    }
    return known;
  }

  /** Writes its body. */
  ObjectWriter writer() {
    ObjectWriter known = writer;
    if (known == null) {
      known = mapper.writerFor(record);
      writer = known;
    }
    return known;
  }
}

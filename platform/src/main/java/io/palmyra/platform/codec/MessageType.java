package io.palmyra.platform.codec;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.WireName;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * One message type as the codec holds it, with the Jackson parts that are costly to look up.
 *
 * @param name on the wire
 * @param version that is written; this and all before it are read
 * @param record its class
 * @param reader of its body
 * @param writer of its body
 */
record MessageType(
    String name,
    int version,
    Class<? extends Message> record,
    ObjectReader reader,
    ObjectWriter writer) {

  static MessageType of(Class<? extends Message> record, JsonMapper mapper) {
    WireName wire = record.getAnnotation(WireName.class);
    if (wire == null || !record.isRecord()) {
      throw new IllegalArgumentException(record + " is not a record with a @WireName");
    }
    return new MessageType(
        wire.value(), wire.version(), record, mapper.readerFor(record), mapper.writerFor(record));
  }
}

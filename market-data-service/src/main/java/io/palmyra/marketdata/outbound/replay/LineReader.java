package io.palmyra.marketdata.outbound.replay;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a text in UTF-8, numbered from 1. A byte order mark is passed over; of an endless line
 * only the beginning is kept.
 */
final class LineReader implements Closeable {
  /** The longest line that is kept. */
  static final int MAXIMUM_LENGTH = 4096;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final BufferedReader reader;
  private final StringBuilder line = new StringBuilder(128);
  private long number;

  LineReader(InputStream in) {
    this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
  }

  /** The next line without its end, null after the last. */
  @Nullable String next() throws IOException {
    line.setLength(0);
    int read = reader.read();
    if (read < 0) {
      return null;
    }
    number++;
    for (; read >= 0 && read != '\n'; read = reader.read()) {
      if (line.length() < MAXIMUM_LENGTH && !(read == BYTE_ORDER_MARK && number == 1)) {
        line.append((char) read);
      }
    }
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') {
      line.setLength(length - 1);
    }
    return line.toString();
  }

  /** Number of the line read last. */
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

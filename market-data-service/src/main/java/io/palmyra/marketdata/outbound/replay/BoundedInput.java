package io.palmyra.marketdata.outbound.replay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lets through so many bytes and then fails, so that a small file that unpacks into endless ones
 * does no harm.
 */
final class BoundedInput extends FilterInputStream {
  private final long maximum;
  private long passed;

  BoundedInput(InputStream in, long maximum) {
    super(in);
    this.maximum = maximum;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    if (read >= 0) {
      count(1);
    }
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  private void count(int read) throws IOException {
    passed += read;
    if (passed > maximum) {
      throw new IOException("unpacks to more than " + maximum + " bytes, the rest is left out");
    }
  }
}

package io.palmyra.platform.codec;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/** Frames on a stream: four bytes of length, the highest first, then so many bytes. */
public final class Frames {
  /** The longest frame that is read or written. */
  public static final int MAX_BYTES = 4_000_000;

  private Frames() {}

  /** Writes one frame; the caller flushes. */
  public static void write(DataOutputStream out, byte[] frame) throws IOException {
    if (frame.length > MAX_BYTES) {
      throw new IOException("a frame of " + frame.length + " bytes is too long");
    }
    out.writeInt(frame.length);
    out.write(frame);
  }

  /**
   * Reads one frame.
   *
   * @throws EOFException if the stream ends, within a frame or before it
   */
  public static byte[] read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 1 || length > MAX_BYTES) {
      throw new IOException("a frame of " + length + " bytes");
    }
    byte[] frame = new byte[length];
    in.readFully(frame);
    return frame;
  }
}

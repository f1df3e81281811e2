package io.palmyra.local.process;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import java.io.IOException;

/** Sends signals that Java has no word for. */
public final class Signals {
  private Signals() {}

  /** Sends a signal by its short name, such as TERM or STOP. */
  public static void send(String name, long pid) {
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + name, Long.toString(pid))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      kill.waitFor();
    } catch (IOException e) {
      throw new LocalFailure(ExitCode.FAILED, "Cannot signal " + pid + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

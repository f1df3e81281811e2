package io.palmyra.local.process;

import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** All children of this process: none outlives it, however it ends (kill -9 apart). */
public final class Children {
  private static final Set<Process> LIVING = new HashSet<>();
  private static final CopyOnWriteArrayList<Runnable> BEFORE = new CopyOnWriteArrayList<>();
  private static boolean exiting;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Children::end, "end-children"));
  }

  private Children() {}

  /** Runs when this process is asked to end, before what then still lives is killed. */
  public static void beforeExit(Runnable inGoodOrder) {
    BEFORE.add(inGoodOrder);
  }

  static Process start(ProcessBuilder builder) throws IOException {
    synchronized (LIVING) {
      if (exiting) {
        throw LocalFailure.failed("Ending.");
      }
      LIVING.removeIf(process -> !process.isAlive());
      Process process = builder.start();
      LIVING.add(process);
      return process;
    }
  }

  private static void end() {
    BEFORE.forEach(Runnable::run);
    synchronized (LIVING) {
      exiting = true;
      LIVING.forEach(Process::destroyForcibly);
    }
  }
}

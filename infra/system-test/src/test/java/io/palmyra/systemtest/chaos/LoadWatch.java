package io.palmyra.systemtest.chaos;

import io.palmyra.local.process.Tools;
import io.palmyra.local.server.Server;
import io.palmyra.systemtest.suite.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether processes stand a load: what lives in their heaps does not grow, they are the same
 * processes, and none of their consumers was given up on because it did not come back for more.
 */
final class LoadWatch {
  private static final double MEBIBYTE = 1 << 20;

  /** Of what lives in a heap, before it counts as growth: caches fill up a little. */
  private static final double GROWTH = 1.25;

  private static final double SLACK_BYTES = 6 * MEBIBYTE;
  private static final Pattern USED = Pattern.compile("(?:total|committed) \\d+K, used (\\d+)K");

  /** What Kafka's consumer says when it took longer than max.poll.interval.ms. */
  private static final String TOO_SLOW = "poll timeout has expired";

  private final List<Server> processes;
  private final Function<String, Path> logs;
  private final Map<Server, Long> pids = new HashMap<>();
  private final Map<Server, Double> before = new HashMap<>();
  private final Map<Server, Long> told = new HashMap<>();

  /**
   * @param processes of Java, all of them running
   * @param logs the log of each, by its name
   */
  LoadWatch(List<Server> processes, Function<String, Path> logs) {
    this.processes = List.copyOf(processes);
    this.logs = logs;
  }

  /** Notes what it is compared with. */
  void begin() {
    for (Server process : processes) {
      pids.put(process, process.pid());
      before.put(process, live(process));
      told.put(process, tooSlow(process));
    }
  }

  /** What came of it since the beginning. */
  Finding finding(Duration length) {
    var wrong = new ArrayList<String>();
    var looked = new ArrayList<String>();
    for (Server process : processes) {
      if (process.pid() != pids.get(process)) {
        wrong.add(process.name() + " is another process than before");
        continue;
      }
      double then = before.get(process);
      double now = live(process);
      looked.add(
          String.format(
              Locale.ROOT, "%s %.1f to %.1f MB", process.name(), then / MEBIBYTE, now / MEBIBYTE));
      if (now > then * GROWTH + SLACK_BYTES) {
        wrong.add(looked.getLast() + " of live heap");
      }
      if (tooSlow(process) > told.get(process)) {
        wrong.add(process.name() + ": a consumer took longer than max.poll.interval.ms");
      }
    }
    return new Finding(
        "many times the ticks for " + length.toSeconds() + " s: heaps stand, consumers keep up",
        String.join(", ", looked),
        wrong);
  }

  /** Bytes of its heap that a full collection leaves. */
  private static double live(Server process) {
    jcmd(process, "GC.run");
    Matcher used = USED.matcher(jcmd(process, "GC.heap_info"));
    double kibibytes = 0;
    while (used.find()) {
      kibibytes += Long.parseLong(used.group(1));
    }
    return kibibytes * 1024;
  }

  private static String jcmd(Server process, String command) {
    Path jcmd = Path.of(Tools.java()).resolveSibling("jcmd");
    try {
      Process asked =
          new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), command)
              .redirectErrorStream(true)
              .start();
      String answer = new String(asked.getInputStream().readAllBytes());
      if (asked.waitFor() != 0) {
        throw new IllegalStateException(command + " of " + process.name() + ": " + answer);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(command + " of " + process.name(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private long tooSlow(Server process) {
    try (var lines = Files.lines(logs.apply(process.name()))) {
      return lines.filter(line -> line.contains(TOO_SLOW)).count();
    } catch (IOException e) {
      throw new UncheckedIOException("log of " + process.name(), e);
    }
  }
}

package io.palmyra.local.cli;

import io.palmyra.local.process.Tools;
import io.palmyra.local.server.Ports;
import io.palmyra.local.suite.SuiteHome;
import io.palmyra.local.suite.SuitePorts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the suite needs of a machine, looked at. */
final class Checkup {
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

  private final SuiteHome home;

  Checkup(SuiteHome home) {
    this.home = home;
  }

  /**
   * One thing that was looked at.
   *
   * @param what it is
   * @param ok whether it will do
   * @param text what was found
   * @param remedy what to do if it will not do
   */
  record Finding(String what, boolean ok, String text, String remedy) {}

  List<Finding> findings(boolean running) {
    List<Finding> findings = new ArrayList<>();
    int java = Runtime.version().feature();
    findings.add(
        new Finding(
            "JDK 25",
            java >= 25,
            System.getProperty("java.version") + " at " + System.getProperty("java.home"),
            "Install one, e.g. from https://adoptium.net, or set JAVA_HOME."));
    findings.add(tool("Maven 3.8 or newer", "mvn", 3, 8, "apt-get install maven"));
    findings.add(tool("Node 20.19 or newer", "node", 20, 19, "Get it from https://nodejs.org"));
    findings.add(disk());
    findings.add(memory());
    findings.add(writable());
    if (System.getProperty("user.name").equals("root")) {
      findings.add(
          new Finding(
              "setpriv",
              Tools.onPath("setpriv").isPresent(),
              "runs PostgreSQL as another user, since you are root",
              "apt-get install util-linux"));
    }
    findings.add(ports(running));
    return findings;
  }

  private static Finding tool(String what, String program, int major, int minor, String remedy) {
    String text = output(program, "--version");
    Matcher matcher = VERSION.matcher(text);
    boolean found = matcher.find();
    boolean ok =
        found
            && (Integer.parseInt(matcher.group(1)) > major
                || (Integer.parseInt(matcher.group(1)) == major
                    && Integer.parseInt(matcher.group(2)) >= minor));
    return new Finding(what, ok, text.isEmpty() ? "not on the PATH" : text, remedy);
  }

  private Finding disk() {
    try {
      Path at = Files.exists(home.data()) ? home.data() : home.root();
      long free = Files.getFileStore(at).getUsableSpace() >> 20;
      return new Finding("1 GB of disk", free >= 1024, free + " MB free", "Make room at " + at);
    } catch (IOException e) {
      return new Finding("1 GB of disk", false, String.valueOf(e.getMessage()), "Look at the disk");
    }
  }

  private static Finding memory() {
    try {
      Path file = Path.of("/proc/meminfo");
      if (!Files.exists(file)) {
        return new Finding("4 GB of memory", true, "not looked at on this system", "");
      }
      String line =
          Files.readAllLines(file).stream()
              .filter(each -> each.startsWith("MemAvailable:"))
              .findFirst()
              .orElse("0");
      long free = Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10;
      return new Finding("4 GB of memory", free >= 3500, free + " MB available", "Close programs.");
    } catch (IOException e) {
      return new Finding("4 GB of memory", true, "not looked at: " + e.getMessage(), "");
    }
  }

  private Finding writable() {
    Path at = Files.exists(home.data()) ? home.data() : home.root();
    return new Finding(
        "data directory", Files.isWritable(at), home.data().toString(), "Make it writable.");
  }

  private static Finding ports(boolean running) {
    if (running) {
      return new Finding("ports", true, "held by the running suite", "");
    }
    SuitePorts ports = SuitePorts.standard();
    Map<String, Integer> all = new TreeMap<>(ports.services());
    all.put("venue protocol", ports.venueProtocol());
    all.put("Kafka", ports.servers().kafka());
    all.put("Kafka controller", ports.servers().kafkaController());
    all.put("PostgreSQL", ports.servers().postgres());
    all.put("Redis", ports.servers().redis());
    List<String> taken =
        all.entrySet().stream()
            .filter(entry -> !Ports.isFree(entry.getValue()))
            .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
            .toList();
    return new Finding(
        "ports",
        taken.isEmpty(),
        taken.isEmpty() ? "all free" : "taken: " + String.join(", ", taken),
        "Stop what holds them, or use ./palmyra run --base-port N.");
  }

  private static String output(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return text.lines().findFirst().orElse("").replaceAll("\u001B\\[[;0-9]*m", "");
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}

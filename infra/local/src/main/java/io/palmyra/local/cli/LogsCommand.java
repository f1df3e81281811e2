package io.palmyra.local.cli;

import io.palmyra.local.MonotonicTime;
import io.palmyra.local.process.LogTail;
import io.palmyra.local.suite.Disk;
import io.palmyra.local.suite.SuiteHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    description = "Shows the log of a service or server.")
final class LogsCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SERVICE",
      description = "Such as risk, execution, market-data, gateway, kafka, postgres, redis, run.")
  String service = "";

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what is written, until Ctrl-C.")
  boolean follow;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "50",
      description = "How many of the last lines (default: ${DEFAULT-VALUE}).")
  int lines;

  @Mixin HomeOption where = new HomeOption();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    SuiteHome home = where.home();
    Path log = logOf(home, service.toLowerCase(Locale.ROOT));
    if (!Files.exists(log)) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no log of '" + service + "'; there are: " + String.join(", ", known(home)));
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      long length = Files.size(log);
      out.println(LogTail.last(log, lines));
      out.flush();
      if (follow) {
        follow(log, length, out);
      }
      return 0;
    } catch (IOException e) {
      throw Disk.failure(e);
    }
  }

  private static void follow(Path log, long from, PrintWriter out) throws IOException {
    long position = from;
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      while (!out.checkError()) {
        if (file.length() < position) {
          position = 0;
        }
        byte[] fresh = new byte[(int) Math.min(file.length() - position, 1 << 20)];
        file.seek(position);
        file.readFully(fresh);
        position += fresh.length;
        out.print(new String(fresh, StandardCharsets.UTF_8));
        out.flush();
        MonotonicTime.pause(Duration.ofMillis(200));
      }
    }
  }

  private static Path logOf(SuiteHome home, String name) {
    return switch (name) {
      case "kafka", "postgres", "redis" -> home.data().resolve(name).resolve(name + ".log");
      case "postgresql" -> home.data().resolve("postgres").resolve("postgres.log");
      default -> home.log(name);
    };
  }

  private static List<String> known(SuiteHome home) {
    Path logs = home.data().resolve("logs");
    if (!Files.isDirectory(logs)) {
      return List.of("none yet");
    }
    try (Stream<Path> files = Files.list(logs)) {
      return Stream.concat(
              files
                  .map(file -> String.valueOf(file.getFileName()))
                  .filter(name -> name.endsWith(".log"))
                  .map(name -> name.substring(0, name.length() - 4)),
              Stream.of("kafka", "postgres", "redis"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw Disk.failure(e);
    }
  }
}

package io.palmyra.bench.startup;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.local.suite.ServiceSpec;
import io.palmyra.platform.codec.MessageCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From {@code ./palmyra run}, already built, to green services and the first fill; and memory. */
@Command(
    name = "startup",
    description =
        "Time from ./palmyra run to the first fill, and resident memory of all processes.",
    mixinStandardHelpOptions = true)
public final class StartupBench implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Option(names = "--rounds", description = "Runs (default: ${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Option(names = "--base-port", description = "First port (default: ${DEFAULT-VALUE}).")
  private int basePort = 21000;

  @Option(names = "--root", hidden = true)
  private Path root = Path.of("").toAbsolutePath();

  /**
   * One start, in seconds and megabytes.
   *
   * @param services from ready servers to the last service that is ready
   * @param green from the command to all ready
   * @param firstFill from the command to a fill that was published
   * @param servicesMb resident memory of the services
   * @param allMb of all processes
   */
  private record Start(
      double services, double green, double firstFill, double servicesMb, double allMb) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    // The first run on a data directory trains the start-up caches, which a user pays once a build.
    Path data = Files.createTempDirectory("palmyra-startup");
    run(data);
    var starts = new ArrayList<Start>();
    System.out.printf(
        Locale.ROOT,
        "%12s %11s %14s %14s %14s%n",
        "services s",
        "all green s",
        "first fill s",
        "services MB",
        "all MB");
    for (int round = 0; round < rounds; round++) {
      Start start = run(data);
      starts.add(start);
      System.out.printf(
          Locale.ROOT,
          "%12.1f %11.1f %14.1f %14.0f %14.0f%n",
          start.services(),
          start.green(),
          start.firstFill(),
          start.servicesMb(),
          start.allMb());
    }
    Start median =
        starts.stream()
            .sorted(Comparator.comparingDouble(Start::firstFill))
            .toList()
            .get(rounds / 2);
    System.out.printf(
        Locale.ROOT,
        "median: services green in %.1f s (target 20), with the servers %.1f s after the command"
            + " (target 35), first fill after %.1f s (target 45), services %.0f MB resident (target"
            + " 2500), all processes %.0f MB (target 3500)%n",
        median.services(),
        median.green(),
        median.firstFill(),
        median.servicesMb(),
        median.allMb());
    boolean met =
        median.services() <= 20
            && median.green() <= 35
            && median.firstFill() <= 45
            && median.servicesMb() <= 2500
            && median.allMb() <= 3500;
    return met ? 0 : 1;
  }

  private Start run(Path data) throws IOException, InterruptedException {
    Instant began = Instant.now();
    Process palmyra =
        new ProcessBuilder(
                root.resolve("palmyra").toString(),
                "run",
                "--data-dir",
                data.toString(),
                "--base-port",
                Integer.toString(basePort))
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("bench-run.log").toFile())
            .start();
    try {
      Path state = data.resolve("run.json");
      await(
          palmyra,
          data,
          () -> Files.exists(state) && Files.getLastModifiedTime(state).toInstant().isAfter(began));
      Instant green = Files.getLastModifiedTime(state).toInstant();
      Instant fill = firstFill(kafkaPort(state), began);
      Memory memory = Memory.of(palmyra.toHandle());
      return new Start(
          slowestService(Files.readString(data.resolve("bench-run.log"))),
          seconds(began, green),
          seconds(began, fill),
          memory.servicesMb(),
          memory.allMb());
    } finally {
      palmyra.destroy();
      if (!palmyra.waitFor(60, TimeUnit.SECONDS)) {
        palmyra.descendants().forEach(ProcessHandle::destroyForcibly);
      }
    }
  }

  /** All services are started at once: the last one's time, as {@code run} tells it. */
  private static double slowestService(String log) {
    return ServiceSpec.ALL.stream()
        .mapToDouble(
            service -> {
              Matcher line =
                  Pattern.compile("(?m)^ *" + service.id() + " +port \\d+ +([\\d.]+) s")
                      .matcher(log);
              if (!line.find()) {
                throw new IllegalStateException("nothing of " + service.id() + " in:\n" + log);
              }
              return Double.parseDouble(line.group(1));
            })
        .max()
        .orElseThrow();
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Process palmyra, Path data, Condition condition) throws IOException {
    long began = System.nanoTime();
    while (!condition.holds()) {
      if (!palmyra.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "the suite did not start:\n" + Files.readString(data.resolve("bench-run.log")));
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  private static int kafkaPort(Path state) throws IOException {
    var json = new tools.jackson.databind.json.JsonMapper().readTree(Files.readString(state));
    for (var process : json.path("processes")) {
      if (process.path("name").asString("").equalsIgnoreCase("kafka")) {
        return process.path("port").asInt();
      }
    }
    throw new IllegalStateException("no Kafka in " + state);
  }

  private static Instant firstFill(int port, Instant began) {
    var codec = new MessageCodec();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", "127.0.0.1:" + port, "enable.auto.commit", "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, Topic.FILLS.partitions())
              .mapToObj(number -> new TopicPartition(Topic.FILLS.topicName(), number))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long waiting = System.nanoTime();
      while (System.nanoTime() - waiting < PATIENCE.toNanos()) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
          Instant at = codec.decode(Topic.FILLS, record.value()).recordedAt();
          if (at.isAfter(began)) {
            return at;
          }
        }
      }
    }
    throw new IllegalStateException("no fill within " + PATIENCE);
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  /** Resident memory of a process and all that it started. */
  private record Memory(double servicesMb, double allMb) {
    static Memory of(ProcessHandle palmyra) throws IOException {
      double services = 0;
      double all = 0;
      List<ProcessHandle> processes =
          Stream.concat(Stream.of(palmyra), palmyra.descendants()).toList();
      for (ProcessHandle process : processes) {
        double mb = residentMb(process.pid());
        all += mb;
        String command = process.info().commandLine().orElse("");
        if (command.contains("-app.jar")) {
          services += mb;
        }
      }
      return new Memory(services, all);
    }

    private static double residentMb(long pid) throws IOException {
      Path status = Path.of("/proc", Long.toString(pid), "status");
      if (!Files.exists(status)) {
        return 0;
      }
      try (Stream<String> lines = Files.lines(status)) {
        return lines
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
            .sum();
      }
    }
  }
}

package io.palmyra.local.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "replay-decisions",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a day's decisions of risk again, each from its record alone and by the rules of this",
      "release, and compares. Ends with 1 if one comes out differently or can't be made again."
    })
final class ReplayDecisionsCommand implements Callable<Integer> {
  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "The day on which they were recorded, in UTC (default: today).")
  @Nullable LocalDate date;

  @Option(names = "--account", paramLabel = "ID", description = "Of this account alone.")
  String account = "";

  @Mixin KafkaOption kafka = new KafkaOption();

  @Mixin HomeOption where = new HomeOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    LocalDate day = date == null ? LocalDate.now(ZoneOffset.UTC) : date;
    return new Program("replay", "io.palmyra.replay.ReplayDecisions", "256m")
        .run(where.home(), List.of(kafka.of(where.home()), day.toString(), account));
  }
}

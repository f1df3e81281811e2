package io.palmyra.local.cli;

import io.palmyra.local.topic.TopicReader;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "tail",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the records of a topic.",
      "Without -n: the last ten, then what comes, until Ctrl-C."
    })
final class TailCommand implements Callable<Integer> {
  private static final int LAST = 10;

  @Parameters(paramLabel = "TOPIC", description = "Such as ticks, orders, fills, control.")
  String topic = "";

  @Option(
      names = "-n",
      paramLabel = "N",
      description = "Show the last N and end; with --from-beginning the first N.")
  @Nullable Integer count;

  @Option(names = "--from-beginning", description = "Start with the first record.")
  boolean fromBeginning;

  @Option(names = "--json", description = "Print each record's value as it is, one a line.")
  boolean json;

  @Mixin KafkaOption kafka = new KafkaOption();

  @Mixin HomeOption where = new HomeOption();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Integer limit = count;
    if (limit != null && limit < 1) {
      throw new ParameterException(spec.commandLine(), "-n is " + limit + "; allowed: 1 and more");
    }
    try (TopicReader reader = new TopicReader(kafka.of(where.home()), topic)) {
      if (!fromBeginning) {
        reader.last(limit == null ? LAST : limit).forEach(this::print);
        if (limit == null) {
          reader.follow(this::print);
        }
      } else {
        reader.fromBeginning();
        if (limit == null) {
          reader.follow(this::print);
        } else {
          AtomicInteger left = new AtomicInteger(limit);
          reader.toEnd(each -> print(each) && left.decrementAndGet() > 0);
        }
      }
    }
    return 0;
  }

  /** False when nobody reads what is printed. */
  private boolean print(ConsumerRecord<String, String> each) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? String.valueOf(each.value()) : RecordLine.of(each));
    return !out.checkError();
  }
}

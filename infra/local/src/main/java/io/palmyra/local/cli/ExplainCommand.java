package io.palmyra.local.cli;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.explain.ChainReader;
import io.palmyra.local.explain.ChainText;
import io.palmyra.local.explain.OrderChain;
import io.palmyra.local.topic.TopicSearch;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Shows the way of an order: what was known, who asked, what each check found, fills.")
final class ExplainCommand implements Callable<Integer> {
  private static final String ID = "[0-9a-f]{32}";

  @Parameters(paramLabel = "ORDER_ID", description = "Client order id, 32 hex characters.")
  String order = "";

  @Option(names = "--json", description = "Print the records as they stand on the topics.")
  boolean json;

  @Mixin KafkaOption kafka = new KafkaOption();

  @Mixin HomeOption where = new HomeOption();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (!order.matches(ID)) {
      throw new ParameterException(
          spec.commandLine(), "ORDER_ID is '" + order + "'; allowed: 32 hex characters");
    }
    PrintWriter out = spec.commandLine().getOut();
    spec.commandLine().getErr().println("Reading the topics ...");
    spec.commandLine().getErr().flush();
    try (TopicSearch search = new TopicSearch(kafka.of(where.home()))) {
      OrderChain chain =
          new ChainReader(search)
              .of(order)
              .orElseThrow(() -> LocalFailure.failed("No topic knows an order " + order + "."));
      if (json) {
        out.println(JsonMapper.builder().build().writeValueAsString(chain));
      } else {
        new ChainText(out).write(chain);
      }
    }
    out.flush();
    return 0;
  }
}

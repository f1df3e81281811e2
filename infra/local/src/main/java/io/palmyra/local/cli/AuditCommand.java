package io.palmyra.local.cli;

import io.palmyra.local.audit.AuditLog;
import io.palmyra.local.audit.AuditLogReader;
import io.palmyra.local.topic.TopicSearch;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "The log of who changed what.",
    subcommands = AuditCommand.Verify.class)
final class AuditCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Works out the log's chain of hashes anew and compares it with what services recorded:",
        "a changed, missing, moved or made-up entry is told. Ends with 1 if there is one."
      })
  static final class Verify implements Callable<Integer> {
    private static final Duration TAKING_IN = Duration.ofSeconds(10);

    @Mixin KafkaOption kafka = new KafkaOption();

    @Option(
        names = "--head",
        paramLabel = "HASH",
        description = "A hash that was kept elsewhere: it must stand in the chain.")
    @Nullable String head;

    @Mixin LoginOption login = new LoginOption();
    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      Instant settled = Instant.now().minus(TAKING_IN);
      try (TopicSearch search = new TopicSearch(kafka.of(login.where.home()))) {
        AuditLog log = new AuditLogReader(login.api(), search).read();
        List<String> problems = log.problems(settled);
        problems.forEach(problem -> out.println("PROBLEM " + problem));
        boolean kept =
            head == null || log.entries().stream().anyMatch(each -> each.hash().equals(head));
        if (!kept) {
          out.println("PROBLEM no entry has the hash " + head);
        }
        out.printf(
            "%d entries, head %s: %s%n",
            log.entries().size(),
            log.headHash(),
            problems.isEmpty() && kept ? "whole" : "NOT whole");
        out.flush();
        return problems.isEmpty() && kept ? 0 : 1;
      }
    }
  }
}

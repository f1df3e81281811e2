package io.palmyra.local.cli;

import io.palmyra.local.ExitCode;
import io.palmyra.local.suite.RunStateFile;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Checks what the suite needs of this machine, and says how to get what lacks.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all that is needed is there", "4:something lacks"})
final class DoctorCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Mixin HomeOption where = new HomeOption();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    boolean running =
        new RunStateFile(where.home())
            .read()
            .flatMap(run -> run.supervisor().process())
            .isPresent();
    List<Checkup.Finding> findings = new Checkup(where.home()).findings(running);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.builder().build().writeValueAsString(findings));
    } else {
      findings.forEach(finding -> print(finding, out));
    }
    boolean well = findings.stream().allMatch(Checkup.Finding::ok);
    return (well ? ExitCode.OK : ExitCode.REFUSED).code();
  }

  private static void print(Checkup.Finding finding, PrintWriter out) {
    String mark = finding.ok() ? "ok" : "LACKS";
    out.println(String.format(Locale.ROOT, "%-6s %-22s %s", mark, finding.what(), finding.text()));
    if (!finding.ok()) {
      out.println("       " + finding.remedy());
    }
  }
}

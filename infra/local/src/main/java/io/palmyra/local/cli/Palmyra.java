package io.palmyra.local.cli;

import io.palmyra.local.LocalFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command and its subcommands. */
@Command(
    name = "palmyra",
    version = "palmyra 0.1.0",
    mixinStandardHelpOptions = true,
    description = "Runs trading strategies on real accounts, safely.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      StopCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      DoctorCommand.class,
      LoginCommand.class,
      TailCommand.class,
      ExplainCommand.class,
      ReplayDecisionsCommand.class,
      ParityCommand.class,
      AuditCommand.class,
      HaltCommand.class,
      ResumeCommand.class,
      ImportCommand.class,
      BacktestCommand.class,
      OptimizeCommand.class,
      WalkForwardCommand.class,
      StrategiesCommand.class,
      TestCommand.class,
      BenchCommand.class,
      HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:tried and failed",
      "2:the command line is wrong",
      "3:the suite is not running",
      "4:the machine refuses: port taken, disk full, tool missing, already running",
      "130:ended by Ctrl-C"
    },
    footerHeading = "%n",
    footer = "Start with: ./palmyra run")
public final class Palmyra {
  private Palmyra() {}

  /** Runs the command line and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Palmyra());
    line.setExecutionExceptionHandler(Palmyra::tell);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(110);
    // What follows a benchmark's name is its own.
    line.getSubcommands()
        .forEach((name, command) -> command.setStopAtPositional(name.equals("bench")));
    return line;
  }

  private static int tell(Exception failure, CommandLine line, CommandLine.ParseResult parsed)
      throws Exception {
    if (failure instanceof LocalFailure ours) {
      line.getErr().println(line.getColorScheme().errorText(ours.text()));
      return ours.exitCode().code();
    }
    throw failure;
  }
}

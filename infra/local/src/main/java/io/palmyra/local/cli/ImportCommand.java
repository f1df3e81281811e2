package io.palmyra.local.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = ImportOptions.NAME,
    mixinStandardHelpOptions = true,
    description = ImportOptions.DESCRIPTION)
final class ImportCommand implements Callable<Integer> {
  @Mixin ImportOptions options = new ImportOptions();

  @Mixin HomeOption where = new HomeOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return new Program("backtest", "io.palmyra.backtest.ImportHistory", "1g")
        .run(where.home(), options.arguments());
  }
}

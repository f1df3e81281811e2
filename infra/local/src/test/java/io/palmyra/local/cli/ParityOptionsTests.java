package io.palmyra.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ParityOptionsTests {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private static ParityOptions options(String... arguments) {
    return CommandLine.populateCommand(new ParityOptions(), arguments);
  }

  private static ParityOptions.Times times(String... arguments) {
    return options(arguments).times(NOON);
  }

  @Test
  void meansTodayUpToWhatHasSettled() {
    assertThat(times().from()).isEqualTo("2026-11-20T00:00:00Z");
    assertThat(times().until()).isEqualTo("2026-11-20T11:59:58Z");
    assertThat(times("--from=2026-11-20T10:00:00Z").until()).isEqualTo("2026-11-20T11:59:58Z");
  }

  @Test
  void takesAWholeDayThatIsOver() {
    var day = times("--date=2026-11-19");

    assertThat(day.from()).isEqualTo("2026-11-19T00:00:00Z");
    assertThat(day.until()).isEqualTo("2026-11-20T00:00:00Z");
  }

  @Test
  void refusesTimesThatAreNone() {
    refused("--date is '2026-11-21'; allowed: a day that has begun", "--date=2026-11-21");
    refused(
        "--date is '2026-11-20'; allowed: a day, or --from and --to, not both",
        "--date=2026-11-20",
        "--from=2026-11-20T10:00:00Z");
    refused(
        "--to is '2026-11-20T10:00:00Z'; allowed: only after --from", "--to=2026-11-20T10:00:00Z");
    refused(
        "--from is '2026-11-20T10:00:00Z'; allowed: a moment before 2026-11-20T09:00:00Z",
        "--from=2026-11-20T10:00:00Z",
        "--to=2026-11-20T09:00:00Z");
  }

  private static void refused(String message, String... arguments) {
    assertThatThrownBy(() -> times(arguments))
        .isInstanceOf(LocalFailure.class)
        .hasMessage(message)
        .extracting(failure -> ((LocalFailure) failure).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void handsOnWhatItWasGiven() {
    assertThat(
            options("--date=2026-11-19", "--instance=sma", "--account=paper", "--json").arguments())
        .containsExactly("--date=2026-11-19", "--instance=sma", "--account=paper", "--json");
  }
}

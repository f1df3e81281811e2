package io.palmyra.local.cli;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code parity} takes: by the command line, and by the program that it hands them to. */
public final class ParityOptions {
  /** Name of the command. */
  public static final String NAME = "parity";

  /** What it does. */
  public static final String DESCRIPTION =
      "Makes the signals, decisions and orders of a running suite again from what it saw, and holds"
          + " its fills against a plain backtest. Ends with 1 if signals or orders are not the same.";

  /** What was recorded shortly before now may not have had its consequences yet. */
  private static final Duration UNSETTLED = Duration.ofSeconds(2);

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "The day on which it was recorded, in UTC (default: today).")
  @Nullable LocalDate date;

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description = "Instead of a day: the first moment, such as 2026-11-20T10:00:00Z.")
  @Nullable Instant from;

  @Option(
      names = "--to",
      paramLabel = "INSTANT",
      description = "The first moment after it (default: now).")
  @Nullable Instant to;

  @Option(
      names = "--instance",
      paramLabel = "ID",
      description = "Of this strategy instance alone, such as sma-eurusd.")
  @Nullable String instance;

  @Option(names = "--account", paramLabel = "ID", description = "Of this account alone.")
  @Nullable String account;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where parity.html and parity.json go (default: nowhere).")
  @Nullable Path out;

  @Option(names = "--json", description = "Prints the report as JSON.")
  boolean json;

  /**
   * A time.
   *
   * @param from first moment
   * @param until first moment after it
   */
  public record Times(Instant from, Instant until) {}

  /**
   * The time that is meant, up to what has settled by now.
   *
   * @throws LocalFailure if there is none
   */
  public Times times(Instant now) {
    if (date != null && (from != null || to != null)) {
      throw wrong("--date", date, "a day, or --from and --to, not both");
    }
    if (from == null && to != null) {
      throw wrong("--to", to, "only after --from");
    }
    LocalDate day = date == null ? now.atZone(ZoneOffset.UTC).toLocalDate() : date;
    Instant begin = from == null ? day.atStartOfDay(ZoneOffset.UTC).toInstant() : from;
    Instant end = from == null ? day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant() : to;
    Instant settled = now.minus(UNSETTLED);
    Instant until = end == null || end.isAfter(settled) ? settled : end;
    if (!begin.isBefore(until)) {
      throw wrong(
          from == null ? "--date" : "--from",
          from == null ? day : from,
          from == null ? "a day that has begun" : "a moment before " + until);
    }
    return new Times(begin, until);
  }

  private static LocalFailure wrong(String option, Object value, String allowed) {
    return new LocalFailure(ExitCode.USAGE, option + " is '" + value + "'; allowed: " + allowed);
  }

  /** Id of the one instance, null for all. */
  public @Nullable String instance() {
    return instance;
  }

  /** Id of the one account, null for all. */
  public @Nullable String account() {
    return account;
  }

  /** Where files go, null for nowhere. */
  public @Nullable Path out() {
    return out;
  }

  /** Whether the report is wanted as JSON. */
  public boolean json() {
    return json;
  }

  /** The same as arguments again, paths against the directory where the command was given. */
  List<String> arguments() {
    var arguments = new ArrayList<String>();
    add(arguments, "--date=", date);
    add(arguments, "--from=", from);
    add(arguments, "--to=", to);
    add(arguments, "--instance=", instance);
    add(arguments, "--account=", account);
    add(arguments, "--out=", out == null ? null : out.toAbsolutePath().normalize());
    if (json) {
      arguments.add("--json");
    }
    return arguments;
  }

  private static void add(List<String> arguments, String option, @Nullable Object value) {
    if (value != null) {
      arguments.add(option + value);
    }
  }
}

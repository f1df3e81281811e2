package io.palmyra.platform.codec;

import java.time.Instant;

/** Reads ISO-8601 moments; the form that we write, {@code 2026-01-31T10:15:30.123456Z}, fast. */
final class Instants {
  private static final int SHORTEST = "2026-01-31T10:15:30Z".length();
  private static final int LONGEST = "2026-01-31T10:15:30.123456789Z".length();

  private Instants() {}

  /**
   * The moment that a text names.
   *
   * @throws java.time.DateTimeException if it is none
   */
  static Instant parse(String text) {
    int length = text.length();
    if (length < SHORTEST
        || length > LONGEST
        || text.charAt(length - 1) != 'Z'
        || !hasShape(text, length)) {
      return Instant.parse(text);
    }
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    int hour = digits(text, 11, 13);
    int minute = digits(text, 14, 16);
    int second = digits(text, 17, 19);
    // Days past the 28th, leap seconds and anything odd are left to the JDK to judge.
    if (month < 1 || month > 12 || day < 1 || day > 28 || hour > 23 || minute > 59 || second > 59) {
      return Instant.parse(text);
    }
    int nanos = length == SHORTEST ? 0 : digits(text, 20, length - 1);
    for (int i = length - 1 - 20; length != SHORTEST && i < 9; i++) {
      nanos *= 10;
    }
    long days = epochDay(digits(text, 0, 4), month, day);
    return Instant.ofEpochSecond(days * 86_400 + hour * 3_600L + minute * 60L + second, nanos);
  }

  private static boolean hasShape(String text, int length) {
    for (int i = 0; i < length - 1; i++) {
      char c = text.charAt(i);
      boolean fits =
          switch (i) {
            case 4, 7 -> c == '-';
            case 10 -> c == 'T';
            case 13, 16 -> c == ':';
            case 19 -> c == '.' && length > SHORTEST + 1;
            default -> c >= '0' && c <= '9';
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + (text.charAt(i) - '0');
    }
    return value;
  }

  /** Days since 1970-01-01 of a date of the Gregorian calendar, years 0 to 9999. */
  private static long epochDay(int year, int month, int day) {
    // Years that begin in March put the leap day last, so that months have a fixed start.
    long y = month > 2 ? year : year - 1;
    long era = Math.floorDiv(y, 400L);
    long yearOfEra = y - era * 400;
    long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
  }
}

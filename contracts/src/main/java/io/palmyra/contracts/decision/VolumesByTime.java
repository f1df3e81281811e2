package io.palmyra.contracts.decision;

import java.util.List;

/**
 * What an instrument trades at which time of the day. A statistic, in double.
 *
 * @param days on how many days it is built
 * @param quarters volume by quarter of an hour in UTC, from midnight: 96, summed over the days
 */
public record VolumesByTime(int days, List<Double> quarters) {
  public VolumesByTime {
    quarters = List.copyOf(quarters);
  }
}

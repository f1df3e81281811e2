package io.palmyra.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastMergeTests {
  private static final int FETCH = 7;

  private final List<String> partitions = IntStream.range(0, 4).mapToObj(i -> "t" + i).toList();
  private final List<Written> given = new ArrayList<>();

  private record Written(Instant at, long id) {}

  /** Fetched in pieces, whichever partition starves, it comes in the order of the whole. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void givesAllInTheOrderInWhichItWasRecordedAndHoldsLittle(long seed) {
    var random = new Random(seed);
    List<List<Written>> written =
        partitions.stream().map(each -> written(random, random.nextInt(300))).toList();
    int[] next = new int[partitions.size()];
    var merge = new PastMerge<String, Written>(partitions);
    int most = 0;
    int taken = 0;
    for (var starving = merge.starving(); !starving.isEmpty(); starving = merge.starving()) {
      for (String partition : starving) {
        int which = partitions.indexOf(partition);
        List<Written> all = written.get(which);
        for (int i = 0; i < FETCH && next[which] < all.size(); i++, taken++) {
          Written record = all.get(next[which]++);
          merge.add(partition, record.at(), record);
        }
        if (next[which] == all.size()) {
          merge.end(partition);
        }
      }
      merge.each(given::add);
      most = Math.max(most, taken - given.size());
    }
    assertThat(given).hasSize(written.stream().mapToInt(List::size).sum());
    assertThat(most).isLessThanOrEqualTo(FETCH * partitions.size());
    assertThat(given).isSortedAccordingTo(Comparator.comparing(Written::at));
    for (List<Written> each : written) {
      assertThat(given.stream().filter(each::contains)).containsExactlyElementsOf(each);
    }
  }

  private static List<Written> written(Random random, int count) {
    var records = new ArrayList<Written>();
    long at = 0;
    for (int i = 0; i < count; i++) {
      at += random.nextInt(1, 50);
      records.add(new Written(Instant.ofEpochMilli(at), random.nextLong()));
    }
    return records;
  }
}

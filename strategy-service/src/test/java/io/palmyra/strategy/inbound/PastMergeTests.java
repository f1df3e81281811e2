package io.palmyra.strategy.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.control.RiskHeartbeat;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.stream.StreamRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastMergeTests {
  private static final int FETCH = 7;

  private final List<TopicPartition> partitions =
      IntStream.range(0, 4).mapToObj(i -> new TopicPartition("t" + i, 0)).toList();
  private final List<StreamRecord> given = new ArrayList<>();

  /** Fetched in pieces, whichever partition starves, it comes in the order of the whole. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void givesAllInTheOrderInWhichItWasRecordedAndHoldsLittle(long seed) {
    var random = new Random(seed);
    List<List<StreamRecord>> written =
        partitions.stream().map(each -> written(random, random.nextInt(300))).toList();
    int[] next = new int[partitions.size()];
    var merge = new PastMerge(partitions);
    int most = 0;
    int taken = 0;
    for (var starving = merge.starving(); !starving.isEmpty(); starving = merge.starving()) {
      for (TopicPartition partition : starving) {
        int which = partitions.indexOf(partition);
        List<StreamRecord> all = written.get(which);
        for (int i = 0; i < FETCH && next[which] < all.size(); i++, taken++) {
          StreamRecord record = all.get(next[which]++);
          merge.add(partition, record.envelope().recordedAt(), record);
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
    assertThat(given)
        .isSortedAccordingTo(Comparator.comparing(record -> record.envelope().recordedAt()));
    for (List<StreamRecord> each : written) {
      assertThat(given.stream().filter(each::contains)).containsExactlyElementsOf(each);
    }
  }

  private static List<StreamRecord> written(Random random, int count) {
    var records = new ArrayList<StreamRecord>();
    long at = 0;
    for (int i = 0; i < count; i++) {
      at += random.nextInt(1, 50);
      Instant time = Instant.ofEpochMilli(at);
      var body = new RiskHeartbeat("r", i, List.of(), time);
      records.add(
          new StreamRecord(
              Topic.CONTROL,
              0,
              random.nextLong(),
              "key",
              new Envelope<>("id" + random.nextLong(), time, time, null, null, body)));
    }
    return records;
  }
}

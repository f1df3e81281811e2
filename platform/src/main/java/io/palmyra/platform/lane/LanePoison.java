package io.palmyra.platform.lane;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.poison.DeadLetters;
import io.palmyra.platform.poison.HaltRequests;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a lane does with a record that it could not apply even alone. */
final class LanePoison {
  private static final Logger LOG = LoggerFactory.getLogger(LanePoison.class);

  private final String lane;
  private final DeadLetters deadLetters;
  private final HaltRequests halts;
  private final Map<Integer, String> stopped = new ConcurrentHashMap<>();

  LanePoison(String lane, DeadLetters deadLetters, HaltRequests halts) {
    this.lane = lane;
    this.deadLetters = deadLetters;
    this.halts = halts;
  }

  /** Buries the record, so that it can be passed over. */
  void bury(LaneWork.OfTopic work, Throwable cause) {
    deadLetters.bury(work.topic(), work.raw(), cause);
  }

  /** Stops the partition and asks for a halt of the accounts that it may concern. */
  void stop(LaneWork.OfTopic work, Throwable cause, List<AccountId> known) {
    ConsumerRecord<String, byte[]> raw = work.raw();
    String where = raw.topic() + "-" + raw.partition() + "@" + raw.offset() + ": " + cause;
    stopped.put(work.partition(), where);
    LOG.error("lane={} partition={} stopped at {}", lane, work.partition(), where, cause);
    String code = cause instanceof SequenceGapException ? "SEQUENCE_GAP" : "POISON";
    accounts(raw, known).forEach(account -> halts.requestHalt(account, code, where));
  }

  private static List<AccountId> accounts(
      ConsumerRecord<String, byte[]> raw, List<AccountId> known) {
    try {
      if (raw.key() != null) {
        return List.of(new AccountId(raw.key()));
      }
    } catch (IllegalArgumentException e) {
      LOG.warn("key of poison is no account: {}", e.getMessage());
    }
    return known.stream().filter(id -> AccountPartitions.of(id) == raw.partition()).toList();
  }

  boolean isStopped(int partition) {
    return stopped.containsKey(partition);
  }

  Map<Integer, String> stopped() {
    return Map.copyOf(stopped);
  }
}

package io.palmyra.platform.lane;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Which partition an account has on every account topic: Kafka's own default for its key. */
public final class AccountPartitions {
  private AccountPartitions() {}

  /** 0 to {@link Topic#ACCOUNT_PARTITIONS} - 1. */
  public static int of(AccountId account) {
    return ofKey(account.value());
  }

  static int ofKey(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(bytes)) % Topic.ACCOUNT_PARTITIONS;
  }
}

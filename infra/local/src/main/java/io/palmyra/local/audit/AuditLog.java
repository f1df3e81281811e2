package io.palmyra.local.audit;

import io.palmyra.contracts.audit.AuditChain;
import io.palmyra.contracts.audit.ChangeRecorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The audit log as the gateway gives it, with what its services recorded on the topic.
 *
 * @param entries in the order in which they were given
 * @param headNumber number of the newest, 0 before the first
 * @param headHash its hash
 * @param recorded what stands on the topic {@code audit}, by the message's id
 */
public record AuditLog(
    List<Entry> entries, long headNumber, String headHash, Map<String, ChangeRecorded> recorded) {
  public AuditLog {
    entries = List.copyOf(entries);
    recorded = Map.copyOf(recorded);
  }

  /** One entry. */
  public record Entry(
      long number, String messageId, ChangeRecorded change, String previousHash, String hash) {}

  /**
   * What is wrong with it; empty if it is whole.
   *
   * @param settled what was recorded later may not be in the log yet
   */
  public List<String> problems(Instant settled) {
    var problems = new ArrayList<String>();
    String previous = AuditChain.GENESIS;
    long expected = 1;
    Set<String> known = new HashSet<>();
    for (Entry entry : entries) {
      if (entry.number() != expected) {
        problems.add("entry " + expected + " is missing: the next is " + entry.number());
      } else if (!entry.previousHash().equals(previous)) {
        problems.add("entry " + entry.number() + " is not chained to the one before it");
      }
      if (!entry.hash().equals(hash(entry))) {
        problems.add("entry " + entry.number() + " was changed: its hash does not fit it");
      }
      ChangeRecorded original = recorded.get(entry.messageId());
      if (original == null) {
        problems.add("entry " + entry.number() + " was never recorded on the topic");
      } else if (!original.equals(entry.change())) {
        problems.add("entry " + entry.number() + " is not what was recorded on the topic");
      }
      known.add(entry.messageId());
      previous = entry.hash();
      expected = entry.number() + 1;
    }
    if (headNumber != expected - 1 || !headHash.equals(previous)) {
      problems.add("the log ends with entry " + (expected - 1) + ", its head says " + headNumber);
    }
    recorded.forEach(
        (id, change) -> {
          if (!known.contains(id) && change.at().isBefore(settled)) {
            problems.add(
                "missing: "
                    + change.action()
                    + " of "
                    + change.target()
                    + " by "
                    + change.actor()
                    + " at "
                    + change.at());
          }
        });
    return problems;
  }

  private static String hash(Entry entry) {
    return AuditChain.hash(entry.previousHash(), entry.number(), entry.messageId(), entry.change());
  }
}

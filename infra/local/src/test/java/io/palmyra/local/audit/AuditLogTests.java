package io.palmyra.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.audit.AuditChain;
import io.palmyra.contracts.audit.ChangeRecorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each way to tamper with a log is told; a log that nobody touched is whole. */
class AuditLogTests {
  private static final Instant AT = Instant.parse("2026-01-05T10:00:00.123456789Z");
  private static final Instant LATER = AT.plusSeconds(3600);

  private final List<AuditLog.Entry> entries = new ArrayList<>();
  private final Map<String, ChangeRecorded> recorded = new HashMap<>();
  private String head = AuditChain.GENESIS;

  AuditLogTests() {
    for (int i = 1; i <= 5; i++) {
      add("m-" + i, change("halt-lifted", "all/h-" + i));
    }
  }

  @Test
  void aLogThatNobodyTouchedIsWhole() {
    assertThat(problems(entries, 5)).isEmpty();
    assertThat(new AuditLog(List.of(), 0, AuditChain.GENESIS, Map.of()).problems(LATER)).isEmpty();
  }

  @Test
  void aChangedEntryIsTold() {
    AuditLog.Entry third = entries.get(2);
    entries.set(
        2,
        new AuditLog.Entry(
            3, "m-3", change("halt-lifted", "all/other"), third.previousHash(), third.hash()));
    assertThat(problems(entries, 5))
        .contains(
            "entry 3 was changed: its hash does not fit it",
            "entry 3 is not what was recorded on the topic");
  }

  @Test
  void aChangedEntryIsToldAlsoWhenAllHashesAfterItWereMadeAnew() {
    List<AuditLog.Entry> before = List.copyOf(entries);
    entries.clear();
    head = AuditChain.GENESIS;
    Map<String, ChangeRecorded> topic = Map.copyOf(recorded);
    for (AuditLog.Entry entry : before) {
      add(entry.messageId(), entry.number() == 2 ? change("x", "y") : entry.change());
    }
    assertThat(new AuditLog(entries, 5, head, topic).problems(LATER))
        .containsExactly("entry 2 is not what was recorded on the topic");
  }

  @Test
  void aMissingEntryIsTold() {
    entries.remove(1);
    assertThat(problems(entries, 5))
        .contains(
            "entry 2 is missing: the next is 3",
            "missing: halt-lifted of all/h-2 by person:alice at " + AT);
  }

  @Test
  void entriesThatWereCutOffAtTheEndAreToldAlsoWhenTheHeadWasSetBack() {
    entries.removeLast();
    assertThat(problems(entries, 5)).contains("the log ends with entry 4, its head says 5");
    head = entries.getLast().hash();
    assertThat(problems(entries, 4))
        .containsExactly("missing: halt-lifted of all/h-5 by person:alice at " + AT);
  }

  @Test
  void movedEntriesAreTold() {
    Collections.swap(entries, 1, 2);
    assertThat(problems(entries, 5)).contains("entry 2 is missing: the next is 3");
  }

  @Test
  void anEntryThatWasMadeUpIsTold() {
    ChangeRecorded made = change("user-created", "user/mallory");
    entries.add(new AuditLog.Entry(6, "m-6", made, head, AuditChain.hash(head, 6, "m-6", made)));
    head = entries.getLast().hash();
    assertThat(problems(entries, 6)).containsExactly("entry 6 was never recorded on the topic");
  }

  @Test
  void whatWasRecordedJustNowMayNotBeInYet() {
    recorded.put("m-6", change("halt-lifted", "all/h-6"));
    assertThat(new AuditLog(entries, 5, head, recorded).problems(AT)).isEmpty();
    assertThat(problems(entries, 5)).hasSize(1);
  }

  @Test
  void fieldsCannotBeMovedIntoEachOther() {
    var one = new ChangeRecorded("a", "bc", "d", "e", "f", null, "", AT);
    var other = new ChangeRecorded("ab", "c", "d", "e", "f", null, "", AT);
    var empty = new ChangeRecorded("a", "bc", "d", "e", "f", "", "", AT);
    assertThat(
            List.of(
                AuditChain.hash(head, 1, "m", one),
                AuditChain.hash(head, 1, "m", other),
                AuditChain.hash(head, 1, "m", empty)))
        .doesNotHaveDuplicates();
  }

  private List<String> problems(List<AuditLog.Entry> all, long headNumber) {
    return new AuditLog(all, headNumber, head, recorded).problems(LATER);
  }

  private void add(String message, ChangeRecorded change) {
    int number = entries.size() + 1;
    String hash = AuditChain.hash(head, number, message, change);
    entries.add(new AuditLog.Entry(number, message, change, head, hash));
    recorded.putIfAbsent(message, change);
    head = hash;
  }

  private static ChangeRecorded change(String action, String target) {
    return new ChangeRecorded(
        "risk-service", "person:alice", action, target, "why", null, "{}", AT);
  }
}

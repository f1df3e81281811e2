package io.palmyra.risk.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.risk.DenialCode;
import io.palmyra.risk.application.reporting.ControlCounts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what stands in the database. */
@Repository
class JdbcControlCounts implements ControlCounts {
  private static final String DECIDED =
      """
      select count(*) as decided, count(*) filter (where accepted) as accepted
      from decided_signal where account = :account and decided_at >= :from and decided_at < :to
      """;

  private static final String DENIALS =
      """
      select code, count(*) as times, max(decided_at) as last
      from decided_signal
      where account = :account and decided_at >= :from and decided_at < :to and not accepted
      group by code order by times desc, code
      """;

  private static final String OVERRIDES =
      """
      select coalesce(outcome, state) as outcome, count(*) as times
      from order_override
      where account = :account and proposed_at >= :from and proposed_at < :to
      group by coalesce(outcome, state)
      """;

  private final JdbcClient jdbc;

  JdbcControlCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Counts of(AccountId account, Instant from, Instant to) {
    Map<String, Long> overrides =
        over(OVERRIDES, account, from, to)
            .query((row, _) -> Map.entry(row.getString("outcome"), row.getLong("times")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    List<Denials> denials =
        over(DENIALS, account, from, to)
            .query(
                (row, _) ->
                    new Denials(
                        DenialCode.valueOf(row.getString("code")),
                        row.getLong("times"),
                        row.getObject("last", OffsetDateTime.class).toInstant()))
            .list();
    return over(DECIDED, account, from, to)
        .query(
            (row, _) ->
                new Counts(row.getLong("decided"), row.getLong("accepted"), denials, overrides))
        .single();
  }

  private JdbcClient.StatementSpec over(String sql, AccountId account, Instant from, Instant to) {
    return jdbc.sql(sql)
        .param("account", account.value())
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("to", to.atOffset(ZoneOffset.UTC));
  }
}

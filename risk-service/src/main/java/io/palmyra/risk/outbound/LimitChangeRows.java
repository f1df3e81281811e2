package io.palmyra.risk.outbound;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Access to {@code limit_change}: rows are added and read. */
interface LimitChangeRows extends Repository<LimitChangeRow, Long> {
  LimitChangeRow save(LimitChangeRow row);

  List<LimitChangeRow> findByAccountOrderByVersionDesc(String account, Limit limit);

  @Query("select count(change) from LimitChangeRow change")
  long countAll();
}

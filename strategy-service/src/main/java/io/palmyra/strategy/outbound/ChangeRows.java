package io.palmyra.strategy.outbound;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

/** Access to {@code strategy_change}. */
interface ChangeRows extends ListCrudRepository<ChangeRow, Long> {
  List<ChangeRow> findByInstanceOrderByNumber(String instance);
}

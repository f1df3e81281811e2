package io.palmyra.strategy.outbound;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

/** Access to {@code strategy_instance}. */
interface InstanceRows extends ListCrudRepository<InstanceRow, String> {
  List<InstanceRow> findAllByOrderById();
}

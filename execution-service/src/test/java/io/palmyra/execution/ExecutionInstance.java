package io.palmyra.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.execution.application.OrderViews;
import io.palmyra.execution.application.OrderViews.OrderView;
import io.palmyra.execution.application.VenueAccounts;
import io.palmyra.execution.application.VenueConnector;
import io.palmyra.testing.TestSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole service, started by hand so that a test can start it again on the same database. */
final class ExecutionInstance implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  ExecutionInstance(Map<String, Object> settings) {
    this(settings, real -> real);
  }

  /**
   * @param way puts something between execution and its venue
   */
  ExecutionInstance(Map<String, Object> settings, UnaryOperator<VenueConnector> way) {
    var between =
        new BeanPostProcessor() {
          @Override
          public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof VenueConnector real ? way.apply(real) : bean;
          }
        };
    context =
        new SpringApplicationBuilder(ExecutionServiceApplication.class)
            .initializers(started -> started.getBeanFactory().addBeanPostProcessor(between))
            .run(
                settings.entrySet().stream()
                    .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                    .toArray(String[]::new));
  }

  static Map<String, Object> settings(VenueFixture venue, AccountId... accounts) {
    Map<String, Object> settings = new HashMap<>(TestSettings.settings("execution-service"));
    for (int i = 0; i < accounts.length; i++) {
      settings.put("palmyra.accounts[" + i + "].id", accounts[i].value());
      settings.put("palmyra.accounts[" + i + "].base-currency", "USD");
      settings.put("palmyra.accounts[" + i + "].venue", "SIMULATED");
    }
    settings.put("server.port", 0);
    settings.put("palmyra.execution.venue-secret", VenueFixture.SECRET);
    settings.put("palmyra.execution.simulated.port", venue.port());
    return settings;
  }

  List<VenueAccounts.Standing> standings() {
    return context.getBean(VenueAccounts.class).standings();
  }

  boolean armed(AccountId account) {
    return standings().stream()
        .anyMatch(standing -> standing.account().equals(account) && standing.armed());
  }

  OrderViews orders() {
    return context.getBean(OrderViews.class);
  }

  void awaitState(ClientOrderId id, String state, Duration patience) {
    await()
        .atMost(patience)
        .untilAsserted(
            () ->
                assertThat(orders().one(id).map(OrderView::state).orElse("none")).isEqualTo(state));
  }

  void awaitAllArmed(Duration patience) {
    await()
        .atMost(patience)
        .until(() -> standings().stream().allMatch(VenueAccounts.Standing::armed));
  }

  JdbcTemplate jdbc() {
    return context.getBean(JdbcTemplate.class);
  }

  @Override
  public void close() {
    context.close();
  }
}

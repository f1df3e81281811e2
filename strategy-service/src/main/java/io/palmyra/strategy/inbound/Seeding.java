package io.palmyra.strategy.inbound;

import io.palmyra.platform.settings.InvalidSetting;
import io.palmyra.platform.settings.InvalidSettingsException;
import io.palmyra.platform.web.ProblemException;
import io.palmyra.strategy.StrategyProperties;
import io.palmyra.strategy.application.Announcements;
import io.palmyra.strategy.application.EditInstances;
import io.palmyra.strategy.application.InstanceState;
import io.palmyra.strategy.application.InstanceStore;
import io.palmyra.strategy.application.NewInstance;
import io.palmyra.strategy.application.SeedInstances;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the seeds of the settings, before anything runs; a bad one stops the service. */
@Component
final class Seeding implements InitializingBean {
  private final StrategyProperties settings;
  private final SeedInstances seeds;

  Seeding(
      StrategyProperties settings,
      InstanceStore store,
      EditInstances edit,
      Announcements announcements,
      @Value("${spring.application.name}") String service) {
    this.settings = settings;
    this.seeds = new SeedInstances(store, edit, announcements, "service:" + service);
  }

  @Override
  public void afterPropertiesSet() {
    try {
      seeds.make(settings.seed().stream().map(Seeding::wanted).toList());
    } catch (ProblemException problem) {
      throw new InvalidSettingsException(
          problem.errors().isEmpty()
              ? List.of(
                  new InvalidSetting("palmyra.strategy.seed", null, problem.getMessage() + ""))
              : problem.errors().stream()
                  .map(
                      error ->
                          new InvalidSetting(
                              "palmyra.strategy.seed[n]." + error.field(),
                              error.value(),
                              error.allowed()))
                  .toList());
    }
  }

  private static NewInstance wanted(StrategyProperties.Seed seed) {
    return new NewInstance(
        seed.id(),
        seed.type(),
        seed.account(),
        seed.instrument(),
        seed.parameters(),
        seed.capital(),
        InstanceState.RUNNING);
  }
}

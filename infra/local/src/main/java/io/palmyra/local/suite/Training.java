package io.palmyra.local.suite;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.MonotonicTime;
import io.palmyra.local.Progress;
import io.palmyra.local.server.KafkaAotCache;
import io.palmyra.local.server.LocalServers;
import io.palmyra.local.server.PrivateFiles;
import io.palmyra.local.server.ServerSet;
import io.palmyra.local.topic.TopicCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Makes the ahead-of-time caches once a build: each service that lacks one is started against
 * servers of its own with empty data, and stopped in good order once it is ready. What does not
 * become ready is passed over; it starts without a cache.
 */
public final class Training {
  private static final Duration AT_WORK = Duration.ofSeconds(5);

  private final SuiteOptions real;

  /** For the services of a run. */
  public Training(SuiteOptions real) {
    this.real = real;
  }

  /** Makes what lacks; does nothing when all is there or {@code PALMYRA_AOT=off}. */
  public void ensure(Progress progress) {
    if ("off".equals(System.getenv("PALMYRA_AOT"))) {
      return;
    }
    try {
      List<ServiceApp> lacking = lacking();
      if (!lacking.isEmpty() || lacksKafka()) {
        train(lacking, progress);
      }
    } catch (IOException e) {
      throw Disk.failure(e);
    }
  }

  private boolean lacksKafka() {
    return KafkaAotCache.isPossible() && !KafkaAotCache.fits(real.home().kafkaCache());
  }

  private List<ServiceApp> lacking() throws IOException {
    List<ServiceApp> lacking = new ArrayList<>();
    for (ServiceSpec spec : real.services()) {
      ServiceApp app = new ServiceApp(real.home(), spec);
      app.unpack();
      if (!app.cache().exists()) {
        lacking.add(app);
      }
    }
    return lacking;
  }

  private void train(List<ServiceApp> apps, Progress progress) throws IOException {
    progress.note("Preparing fast starts, once after a build (PALMYRA_AOT=off skips it) ...");
    MonotonicTime time = MonotonicTime.start();
    Path data = Files.createDirectories(real.home().apps()).resolve("training");
    PrivateFiles.deleteTree(data);
    SuiteHome home = new SuiteHome(real.home().root(), data);
    SuiteOptions options = SuiteOptions.of(home, SuitePorts.random());
    new Secrets(home).create();
    if (lacksKafka()) {
      Files.deleteIfExists(real.home().kafkaCache());
      KafkaAotCache.train(real.home().kafkaCache());
    }
    int made;
    try (ServerSet servers =
        LocalServers.start(data, options.ports().servers(), Progress.silent())) {
      new TopicCreator(1).create(servers.kafkaBootstrap());
      made = train(apps, options, servers, progress);
    }
    PrivateFiles.deleteTree(data);
    progress.done("Fast starts", made + " of " + apps.size() + " services", time.elapsed());
  }

  private static int train(
      List<ServiceApp> apps, SuiteOptions options, ServerSet servers, Progress progress)
      throws IOException {
    ServiceEnvironment environment = new ServiceEnvironment(options, servers);
    List<ServiceProcess> services = new ArrayList<>();
    for (ServiceApp app : apps) {
      ServiceSpec spec = app.spec();
      if (!spec.database().isEmpty()) {
        Path password = new Secrets(options.home()).databasePassword(spec);
        servers.createDatabase(spec.database(), Files.readString(password));
      }
      environment.writeSettings(spec);
      services.add(new ServiceProcess(app, options, environment, true));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      services.forEach(service -> threads.execute(() -> startOrPassOver(service, progress)));
    }
    MonotonicTime.pause(AT_WORK);
    services.parallelStream().forEach(service -> writeCache(service, progress));
    return (int) apps.stream().filter(app -> app.cache().exists()).count();
  }

  private static void startOrPassOver(ServiceProcess service, Progress progress) {
    MonotonicTime time = MonotonicTime.start();
    try {
      service.start();
      progress.done("  " + service.name(), "learned", time.elapsed());
    } catch (LocalFailure e) {
      service.kill();
      progress.done("  " + service.name(), "did not start: passed over", time.elapsed());
    }
  }

  private static void writeCache(ServiceProcess service, Progress progress) {
    if (service.isRunning()) {
      MonotonicTime time = MonotonicTime.start();
      service.stop();
      progress.done("  " + service.name(), "written", time.elapsed());
    }
  }
}

package io.palmyra.local.suite;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.MonotonicTime;
import io.palmyra.local.Progress;
import io.palmyra.local.server.KafkaAotCache;
import io.palmyra.local.server.LocalServers;
import io.palmyra.local.server.Ports;
import io.palmyra.local.server.Server;
import io.palmyra.local.server.ServerProcess;
import io.palmyra.local.server.ServerSet;
import io.palmyra.local.topic.TopicCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The suite, running: servers, topics and services. Closing stops all in good order. Tests reach
 * each process by {@link #service} and {@link #servers} to kill, pause and start it again.
 */
public final class Suite implements AutoCloseable {
  private final SuiteOptions options;
  private final SuiteLock lock;
  private final ServerSet servers;
  private final List<ServiceProcess> services;
  private final InstantSource clock;
  private volatile boolean stopping;

  private Suite(
      SuiteOptions options,
      SuiteLock lock,
      ServerSet servers,
      List<ServiceProcess> services,
      InstantSource clock) {
    this.options = options;
    this.lock = lock;
    this.servers = servers;
    this.services = services;
    this.clock = clock;
  }

  /** Starts everything and returns when all is ready; on failure nothing is left running. */
  public static Suite start(SuiteOptions options, Progress progress) {
    SuiteLock lock = SuiteLock.take(options.home());
    try {
      return start(options, progress, lock);
    } catch (IOException e) {
      lock.close();
      throw Disk.failure(e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static Suite start(SuiteOptions options, Progress progress, SuiteLock lock)
      throws IOException {
    new Leftovers(options.home()).stop(progress);
    FreeSpace.require(options.home().data());
    options.ports().requireFree();
    new Secrets(options.home()).create();
    List<ServiceApp> apps = unpack(options, progress);
    KafkaAotCache.use(options.home().kafkaCache());
    ServerSet servers =
        LocalServers.start(
            options.home().servers(), options.ports().servers(), options.brokers(), progress);
    Suite suite = null;
    try {
      prepare(options, servers, progress);
      ServiceEnvironment environment = new ServiceEnvironment(options, servers);
      List<ServiceProcess> services = new CopyOnWriteArrayList<>();
      for (ServiceApp app : apps) {
        environment.writeSettings(app.spec());
        Logs.rotate(options.home().log(app.spec().id()));
        services.add(new ServiceProcess(app, options, environment, false));
      }
      suite = new Suite(options, lock, servers, services, InstantSource.system());
      suite.startServices(progress);
      suite.writeState();
      return suite;
    } catch (IOException | RuntimeException e) {
      if (suite != null) {
        suite.stopServices();
      }
      servers.close();
      throw e;
    }
  }

  private static List<ServiceApp> unpack(SuiteOptions options, Progress progress)
      throws IOException {
    MonotonicTime time = MonotonicTime.start();
    List<ServiceApp> apps = new ArrayList<>();
    for (ServiceSpec spec : options.services()) {
      ServiceApp app = new ServiceApp(options.home(), spec);
      app.unpack();
      apps.add(app);
    }
    if (time.elapsed().toMillis() > 500) {
      progress.done("Programs", "unpacked", time.elapsed());
    }
    return apps;
  }

  private static void prepare(SuiteOptions options, ServerSet servers, Progress progress)
      throws IOException {
    MonotonicTime time = MonotonicTime.start();
    int created = new TopicCreator(options.brokers()).create(servers.kafkaBootstrap());
    Secrets secrets = new Secrets(options.home());
    for (ServiceSpec spec : options.services()) {
      if (!spec.database().isEmpty()) {
        servers.createDatabase(spec.database(), Files.readString(secrets.databasePassword(spec)));
      }
    }
    String detail = created == 0 ? "found" : created + " topics created";
    progress.done("Topics, databases", detail, time.elapsed());
  }

  private void startServices(Progress progress) {
    CompletableFuture<Void> firstFailure = new CompletableFuture<>();
    CompletableFuture<?>[] starts =
        services.stream()
            .map(service -> starting(service, progress))
            .map(start -> start.exceptionally(failure -> fail(firstFailure, failure)))
            .toArray(CompletableFuture[]::new);
    CompletableFuture<Void> all = CompletableFuture.allOf(starts);
    try {
      CompletableFuture.anyOf(firstFailure, all).join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause();
      throw cause instanceof RuntimeException failure
          ? failure
          : new LocalFailure(ExitCode.FAILED, "A service did not start.", e);
    }
  }

  private static @Nullable Void fail(CompletableFuture<Void> future, Throwable failure) {
    Throwable cause = failure.getCause();
    future.completeExceptionally(cause == null ? failure : cause);
    return null;
  }

  private static CompletableFuture<Void> starting(ServiceProcess service, Progress progress) {
    return CompletableFuture.runAsync(
        () -> {
          MonotonicTime time = MonotonicTime.start();
          service.start();
          progress.done(service.name(), "port " + service.port(), time.elapsed());
        },
        task -> Thread.ofVirtual().name("start-" + service.name()).start(task));
  }

  /** The servers. */
  public ServerSet servers() {
    return servers;
  }

  /** A service by its id. */
  public Server service(String id) {
    return services.stream()
        .filter(service -> service.name().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such service: " + id));
  }

  /**
   * Starts a further instance of a service, on a port of its own, and returns when it is ready: a
   * standby, or a rival. Its name is the service's id and a number, such as {@code execution-2}.
   */
  public Server another(String id) {
    ServiceProcess first = (ServiceProcess) service(id);
    String start = id + "-";
    long others = services.stream().filter(other -> other.name().startsWith(start)).count();
    ServiceProcess further = first.another(start + (others + 2), Ports.free(1)[0]);
    services.add(further);
    further.start();
    try {
      writeState();
    } catch (IOException e) {
      throw Disk.failure(e);
    }
    return further;
  }

  /**
   * Sets variables of the environment of one of its services, beside those that it has anyway, from
   * its next start on: for what a drill does to a process.
   */
  public void setVariables(Server service, Map<String, String> beside) {
    ((ServiceProcess) service).variables(beside);
  }

  /** How it is run. */
  public SuiteOptions options() {
    return options;
  }

  /** The first admin's password. */
  public String firstAdminPassword() {
    return new FirstAdmin(options.home()).password();
  }

  /** Refuses at once where a run would be refused: already running, a port taken, no room. */
  public static void requireNotRunning(SuiteOptions options) {
    SuiteLock.take(options.home()).close();
    try {
      new Leftovers(options.home()).stop(Progress.silent());
      FreeSpace.require(options.home().data());
    } catch (IOException e) {
      throw Disk.failure(e);
    }
    options.ports().requireFree();
  }

  /** Whether it is being stopped. */
  public boolean isStopping() {
    return stopping;
  }

  /** Starts what died, unless all is being stopped. */
  void startAgain(Server server) throws IOException {
    if (!stopping) {
      server.start();
      writeState();
    }
  }

  /** What a dead one said last. */
  String lastWords(Server server) {
    return server instanceof ServerProcess process ? process.lastWords() : "";
  }

  /** All processes in the order in which they are stopped. */
  List<Server> inStopOrder() {
    List<Server> redis = List.of(servers.redis());
    return Stream.of(services, redis, servers.brokers(), List.of(servers.postgres()))
        .<Server>flatMap(List::stream)
        .toList();
  }

  /** Writes who runs, for {@code stop} and {@code status}. */
  void writeState() throws IOException {
    List<RunState.Entry> entries =
        inStopOrder().stream()
            .map(
                server ->
                    RunState.Entry.of(
                        server.name(),
                        server.pid(),
                        server.port(),
                        server instanceof ServiceProcess))
            .toList();
    long self = ProcessHandle.current().pid();
    new RunStateFile(options.home())
        .write(
            new RunState(
                RunState.Entry.of("supervisor", self, 0, false),
                clock.instant(),
                options.ports().url("gateway"),
                servers.kafkaBootstrap(),
                options.replay().map(replay -> replay.path().toString()).orElse(""),
                entries));
  }

  private void stopServices() {
    services.forEach(Server::stop);
  }

  @Override
  public void close() {
    stop(Progress.silent());
  }

  /** Stops all in good order and tells of each. */
  public void stop(Progress progress) {
    stopping = true;
    for (Server server : inStopOrder()) {
      MonotonicTime time = MonotonicTime.start();
      servers.end(server);
      progress.done(server.name(), "stopped", time.elapsed());
    }
    try {
      new RunStateFile(options.home()).remove();
    } catch (IOException e) {
      throw Disk.failure(e);
    } finally {
      lock.close();
    }
  }
}

package io.palmyra.local.suite;

import io.palmyra.local.api.Http;
import io.palmyra.local.process.ChildProcess;
import io.palmyra.local.process.Tools;
import io.palmyra.local.server.ServerProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service of Palmyra as a process of its own. It has started when it says that it is ready. */
final class ServiceProcess extends ServerProcess {
  private final ServiceApp app;
  private final SuiteOptions options;
  private final ServiceEnvironment environment;
  private final boolean training;
  private volatile Map<String, String> more = Map.of();

  ServiceProcess(
      ServiceApp app, SuiteOptions options, ServiceEnvironment environment, boolean training) {
    this(app, options, environment, training, app.spec().id(), options.ports().of(app.spec().id()));
  }

  private ServiceProcess(
      ServiceApp app,
      SuiteOptions options,
      ServiceEnvironment environment,
      boolean training,
      String name,
      int port) {
    super(name, port);
    this.app = app;
    this.options = options;
    this.environment = environment;
    this.training = training;
  }

  /** Variables of its environment beside its own, from its next start on. */
  void variables(Map<String, String> beside) {
    more = Map.copyOf(beside);
  }

  /** A further instance of the same service; not for one that keeps files of its own. */
  ServiceProcess another(String name, int port) {
    return new ServiceProcess(app, options, environment, false, name, port);
  }

  @Override
  protected ChildProcess launch() {
    List<String> command = new ArrayList<>(List.of(Tools.java()));
    command.addAll(app.spec().javaArguments());
    command.addAll(training ? app.cache().train() : app.cache().use());
    command.addAll(List.of("-jar", app.program().toString()));
    command.addAll(environment.arguments(app.spec()));
    var variables = new HashMap<>(environment.variables(app.spec(), port()));
    variables.putAll(more);
    return ChildProcess.start(
        command, options.home().files(app.spec().id()), variables, options.home().log(name()));
  }

  @Override
  protected boolean answers() {
    return Http.status("http://127.0.0.1:" + port() + "/actuator/health/readiness") == 200;
  }

  @Override
  protected String lastWords(ChildProcess died) {
    return LastWords.of(died.lastLines(400));
  }
}

package io.palmyra.local.suite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What runs, as written to {@code run.json}.
 *
 * @param supervisor the process that watches the others
 * @param startedAt when
 * @param gatewayUrl where the page is
 * @param kafkaBootstrap Kafka
 * @param replay path of the recorded history that is fed, empty if none
 * @param processes servers and services in the order in which they are to be stopped
 */
public record RunState(
    Entry supervisor,
    Instant startedAt,
    String gatewayUrl,
    String kafkaBootstrap,
    String replay,
    List<Entry> processes) {

  /**
   * A process. Its start time tells it from a later one with the same number.
   *
   * @param name server or service
   * @param pid its number; 0 in a container
   * @param startedAtMillis when it started, as the operating system says
   * @param port where it listens, 0 if nowhere
   * @param service whether it is one of Palmyra's services
   */
  public record Entry(String name, long pid, long startedAtMillis, int port, boolean service) {

    /** Describes a process that runs now. */
    public static Entry of(String name, long pid, int port, boolean service) {
      long started = ProcessHandle.of(pid).map(Entry::startMillis).orElse(0L);
      return new Entry(name, pid, started, port, service);
    }

    /** The process, if it is still this one. */
    public Optional<ProcessHandle> process() {
      return ProcessHandle.of(pid)
          .filter(handle -> pid != 0 && startMillis(handle) == startedAtMillis)
          .filter(ProcessHandle::isAlive);
    }

    private static long startMillis(ProcessHandle handle) {
      return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
  }
}

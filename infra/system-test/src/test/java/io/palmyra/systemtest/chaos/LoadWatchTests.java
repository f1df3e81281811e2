package io.palmyra.systemtest.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.local.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadWatchTests {
  private static final Duration LENGTH = Duration.ofSeconds(1);

  @TempDir private Path logs;
  private final Itself process = new Itself();
  private LoadWatch watch;

  /** The process that runs this, as a server. */
  private static final class Itself implements Server {
    private long pid = ProcessHandle.current().pid();

    @Override
    public String name() {
      return "itself";
    }

    @Override
    public int port() {
      return 0;
    }

    @Override
    public long pid() {
      return pid;
    }

    @Override
    public boolean isRunning() {
      return true;
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public void kill() {}

    @Override
    public void pause() {}

    @Override
    public void resume() {}
  }

  @BeforeEach
  void begin() throws IOException {
    Files.writeString(logs.resolve("itself"), "all is well\n");
    watch = new LoadWatch(List.of(process), logs::resolve);
    watch.begin();
  }

  @Test
  void aProcessThatStandsIsWell() {
    assertThat(watch.finding(LENGTH).violations()).isEmpty();
  }

  @Test
  void aHeapThatGrowsIsTold() {
    byte[] leaked = new byte[200 << 20];
    assertThat(watch.finding(LENGTH).violations())
        .singleElement()
        .asString()
        .startsWith("itself ")
        .endsWith(" of live heap");
    assertThat(leaked).hasSize(200 << 20);
  }

  @Test
  void aConsumerThatIsGivenUpOnIsTold() throws IOException {
    Files.writeString(logs.resolve("itself"), "consumer poll timeout has expired.\n");
    assertThat(watch.finding(LENGTH).violations())
        .containsExactly("itself: a consumer took longer than max.poll.interval.ms");
  }

  @Test
  void anotherProcessIsTold() {
    process.pid++;
    assertThat(watch.finding(LENGTH).violations())
        .containsExactly("itself is another process than before");
  }
}

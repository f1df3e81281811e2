package io.palmyra.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTests {
  @Test
  void takenPortIsRefusedWithItsNumberAndOwner() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThat(Ports.isFree(port)).isFalse();
      assertThatThrownBy(() -> Ports.requireFree("gateway", port))
          .isInstanceOfSatisfying(
              LocalFailure.class,
              failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.REFUSED))
          .hasMessageContaining("Port " + port + " for gateway is taken");
    }
  }

  @Test
  void randomPortsAreFreeAndDistinct() {
    List<Integer> ports = Arrays.stream(Ports.free(12)).boxed().toList();
    assertThat(ports).doesNotHaveDuplicates().allMatch(Ports::isFree);
  }
}

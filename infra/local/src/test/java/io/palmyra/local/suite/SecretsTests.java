package io.palmyra.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {
  @TempDir Path root;
  private SuiteHome home;

  @BeforeEach
  void makeSecrets() throws IOException {
    home = SuiteHome.of(root);
    assertThat(new Secrets(home).create()).as("first run").isTrue();
  }

  @Test
  void onlyTheirOwnerMayReadThem() throws IOException {
    List<Path> all = new java.util.ArrayList<>(List.of(home.token()));
    try (Stream<Path> below = Files.walk(home.data().resolve("secrets"))) {
      below.forEach(all::add);
    }
    assertThat(all).hasSizeGreaterThan(15);
    for (Path each : all) {
      String expected = Files.isDirectory(each) ? "rwx------" : "rw-------";
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
          .as(each.toString())
          .isEqualTo(expected);
    }
  }

  @Test
  void theyStayAsTheyAreAtTheNextStart() throws IOException {
    Path password = home.secrets("risk").resolve("spring.datasource.password");
    String before = Files.readString(password);
    assertThat(new Secrets(home).create()).as("first run").isFalse();
    assertThat(Files.readString(password)).isEqualTo(before).hasSize(32);
  }

  @Test
  void noTwoServicesShareAPassword() throws IOException {
    assertThat(Files.readString(home.secrets("risk").resolve("spring.datasource.password")))
        .isNotEqualTo(
            Files.readString(home.secrets("portfolio").resolve("spring.datasource.password")));
  }

  @Test
  void executionKnowsTheVenuesSecretAndTheCommandLineTheGatewaysKey() throws IOException {
    assertThat(home.secrets("execution").resolve("palmyra.execution.venue-secret"))
        .hasSameTextualContentAs(
            home.secrets("simulated-venue").resolve("palmyra.venue.account-secret"));
    assertThat(home.token())
        .hasSameTextualContentAs(home.secrets("gateway").resolve("local-access-key"));
  }
}

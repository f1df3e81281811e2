package io.palmyra.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.local.LocalFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteLockTests {
  @TempDir Path root;

  @Test
  void secondRunOfTheSameDataIsRefusedUntilTheFirstEnds() {
    SuiteHome home = SuiteHome.of(root);
    SuiteLock first = SuiteLock.take(home);
    assertThatThrownBy(() -> SuiteLock.take(home))
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("already runs on " + home.data());
    first.close();
    SuiteLock.take(home).close();
  }

  @Test
  void anotherDataDirectoryIsFree() {
    try (SuiteLock first = SuiteLock.take(SuiteHome.of(root));
        SuiteLock second = SuiteLock.take(new SuiteHome(root, root.resolve("other")))) {
      assertThat(first).isNotSameAs(second);
    }
  }
}

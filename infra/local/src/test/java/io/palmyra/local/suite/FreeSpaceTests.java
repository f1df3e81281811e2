package io.palmyra.local.suite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTests {
  @TempDir Path root;

  @Test
  void fullDiskIsRefusedWithWhatIsFreeAndNeeded() {
    assertThatThrownBy(() -> FreeSpace.require(root, Long.MAX_VALUE))
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("The disk is full")
        .hasMessageContaining("MB are needed");
  }

  @Test
  void aDirectoryThatIsYetToBeMadeIsLookedAtWhereItWillBe() {
    assertThatCode(() -> FreeSpace.require(root.resolve("a/b/c"), 1)).doesNotThrowAnyException();
  }

  @Test
  void aFullDiskDuringAWriteIsSaidSo() {
    assertThatThrownBy(
            () -> {
              throw Disk.failure(new IOException("No space left on device"));
            })
        .hasMessage("The disk is full: No space left on device");
  }
}

package io.palmyra.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTests {
  @TempDir Path root;

  @Test
  void addsUpAllReportsOfThisBuildAndNoOlderOnes() throws IOException {
    long start = TestReports.clockOf(root);
    write("risk-service/target/surefire-reports/TEST-A.xml", 5, 1, 1, 1);
    write("risk-service/target/failsafe-reports/TEST-B.xml", 3, 0, 0, 0);
    write("infra/local/target/surefire-reports/TEST-C.xml", 2, 0, 0, 0);
    Path old = write("gateway/target/surefire-reports/TEST-D.xml", 100, 0, 0, 0);
    Files.setLastModifiedTime(old, FileTime.fromMillis(start - 1000));
    TestReports reports = TestReports.read(root, start);
    assertThat(reports.passed()).isEqualTo(7);
    assertThat(reports.failed()).isEqualTo(2);
    assertThat(reports.skipped()).isEqualTo(1);
  }

  @Test
  void aClassThatWasPassedOverIsSkippedAndNotSilent() throws IOException {
    long start = TestReports.clockOf(root);
    write("infra/system-test/target/failsafe-reports/TEST-Page.xml", 0, 0, 0, 0);
    TestReports reports = TestReports.read(root, start);
    assertThat(reports.skipped()).isEqualTo(1);
    assertThat(reports.passed()).isZero();
    assertThat(reports.failed()).isZero();
  }

  private Path write(String path, int tests, int failures, int errors, int skipped)
      throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(
        file,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite xmlns:xsi="x" version="3.0.2" name="a.B" time="0.1" tests="%d" errors="%d" skipped="%d" failures="%d" flakes="0">
        <testcase name="failures=&quot;9&quot;"/></testsuite>
        """
            .formatted(tests, errors, skipped, failures));
  }
}

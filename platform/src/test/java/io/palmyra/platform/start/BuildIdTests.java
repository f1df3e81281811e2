package io.palmyra.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BuildIdTests {
  @Test
  void isTheSameForTheSameJarsInAnyOrder() {
    assertThat(BuildId.of(Assertions.class, JsonMapper.class))
        .matches("[0-9a-f]{8}-[0-9]+")
        .isEqualTo(BuildId.of(JsonMapper.class, Assertions.class, Assertions.class));
  }

  @Test
  void isAnotherForOtherJars() {
    assertThat(BuildId.of(Assertions.class))
        .isNotEqualTo(BuildId.of(JsonMapper.class))
        .isNotEqualTo(BuildId.of(Assertions.class, JsonMapper.class));
  }

  @Test
  void aProgramOfClassFilesSaysSo() {
    assertThat(BuildId.of(Assertions.class, BuildIdTests.class)).isEqualTo("unpackaged");
  }

  @Test
  void whatLiesInNoJarIsRefusedByName() {
    assertThatThrownBy(() -> BuildId.of(String.class)).hasMessageContaining("String");
  }
}

package io.palmyra.core.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordsTests {
  @Test
  void findsWholeWordsAndPhrasesOfAnyCase() {
    var keywords = new Keywords(List.of("ether", "Palm Oil", "C++"));

    assertThat(keywords.areIn("ETHER gains")).isTrue();
    assertThat(keywords.areIn("(ether)")).isTrue();
    assertThat(keywords.areIn("palm oil: up")).isTrue();
    assertThat(keywords.areIn("C++ funds")).isTrue();
    assertThat(keywords.areIn("Whether it gains")).isFalse();
    assertThat(keywords.areIn("ethereal")).isFalse();
    assertThat(keywords.areIn("palm and oil")).isFalse();
  }

  @Test
  void refusesNoneAndBlankOnes() {
    assertThatThrownBy(() -> new Keywords(List.of())).hasMessageContaining("keywords");
    assertThatThrownBy(() -> new Keywords(List.of(" "))).hasMessageContaining("keywords");
  }
}

package io.palmyra.core.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordsTests {
  private final Keywords keywords = new Keywords(List.of("palm oil", "FCPO", "EUR/USD"));

  @Test
  void findsWholeWordsWhateverTheirCase() {
    assertThat(keywords.in("Malaysian Palm Oil climbs")).isTrue();
    assertThat(keywords.in("fcpo: higher")).isTrue();
    assertThat(keywords.in("Why EUR/USD fell")).isTrue();
  }

  @Test
  void passesOverPartsOfWords() {
    assertThat(keywords.in("napalm oils")).isFalse();
    assertThat(keywords.in("FCPOX")).isFalse();
  }

  @Test
  void refusesNothing() {
    assertThatThrownBy(() -> new Keywords(List.of())).hasMessageContaining("keywords");
    assertThatThrownBy(() -> new Keywords(List.of(" "))).hasMessageContaining("keywords");
  }
}

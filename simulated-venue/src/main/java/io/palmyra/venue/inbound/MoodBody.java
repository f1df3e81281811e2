package io.palmyra.venue.inbound;

import io.palmyra.venue.application.Mood;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A mood as REST says it; what is left out is as it should be.
 *
 * @param delayMillis by which everything is told late, 0 to 60,000
 * @param losesAnswers whether what is asked for is done and not told
 * @param repeatsEvents whether each event is told twice
 * @param reordersEvents whether events are told in pairs, the later one first
 * @param refusesWith code with which every order is refused, none for none
 * @param messagesPerSecond how many orders, cancels and replacements are taken within a second, 0
 *     and more; none for as many as everybody's
 * @param cancelsOnDisconnect whether working orders are canceled when the session ends
 */
record MoodBody(
    @Nullable @Min(0) @Max(60_000) Integer delayMillis,
    @Nullable Boolean losesAnswers,
    @Nullable Boolean repeatsEvents,
    @Nullable Boolean reordersEvents,
    @Nullable @Pattern(regexp = "[A-Z][A-Z_]{0,31}", message = "capital letters and _, at most 32")
        String refusesWith,
    @Nullable @Min(0) @Max(1_000_000) Integer messagesPerSecond,
    @Nullable Boolean cancelsOnDisconnect) {

  static MoodBody of(Mood mood) {
    return new MoodBody(
        (int) mood.delay().toMillis(),
        mood.losesAnswers(),
        mood.repeatsEvents(),
        mood.reordersEvents(),
        mood.refusesWith(),
        mood.messagesPerSecond(),
        mood.cancelsOnDisconnect());
  }

  Mood mood() {
    return new Mood(
        Duration.ofMillis(delayMillis == null ? 0 : delayMillis),
        isSet(losesAnswers),
        isSet(repeatsEvents),
        isSet(reordersEvents),
        refusesWith,
        messagesPerSecond,
        isSet(cancelsOnDisconnect));
  }

  private static boolean isSet(@Nullable Boolean part) {
    return part != null && part;
  }
}

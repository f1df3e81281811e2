package io.palmyra.platform.poison;

import io.palmyra.contracts.topic.DeadLetter;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.stream.Publisher;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what could not be read or applied on the dead letter topic, and says when that failed too.
 */
public final class DeadLetters {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** So that a letter is never larger than what a broker takes; the record itself stays there. */
  private static final int MOST_BYTES = 262_144;

  private static final int MOST_CHARACTERS = 2_000;

  private final Publisher publisher;
  private final MessageCodec codec;
  private final InstantSource clock;
  private final String reader;

  /**
   * @param reader name of this service
   */
  public DeadLetters(Publisher publisher, MessageCodec codec, InstantSource clock, String reader) {
    this.publisher = publisher;
    this.codec = codec;
    this.clock = clock;
    this.reader = reader;
  }

  /**
   * Gives a record up, and returns only when the dead letter is durable.
   *
   * @throws DeadLetterFailedException if it is not; the record must then not be skipped
   */
  public void bury(Topic topic, ConsumerRecord<String, byte[]> record, Throwable cause) {
    String key = record.key() == null ? null : beginning(record.key());
    String why = beginning(cause.toString());
    LOG.warn(
        "dead letter topic={} partition={} offset={} key={} cause={}",
        record.topic(),
        record.partition(),
        record.offset(),
        key,
        why);
    byte[] value = record.value() == null ? new byte[0] : record.value();
    var letter =
        new DeadLetter(
            record.topic(),
            record.partition(),
            record.offset(),
            key,
            reader,
            why,
            Base64.getEncoder()
                .encodeToString(Arrays.copyOf(value, Math.min(value.length, MOST_BYTES))),
            clock.instant(),
            value.length > MOST_BYTES ? value.length : null);
    String id = record.topic() + "-" + record.partition() + "@" + record.offset() + "/" + reader;
    byte[] payload = codec.encode(publisher.envelope(id, letter, letter.at(), null));
    try {
      publisher
          .publish(topic.deadLetterName(), key, payload, null)
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new DeadLetterFailedException(id, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeadLetterFailedException(id, e);
    }
  }

  private static String beginning(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
  }
}

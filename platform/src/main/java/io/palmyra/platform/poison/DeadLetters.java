package io.palmyra.platform.poison;

import io.palmyra.contracts.topic.DeadLetter;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.stream.Publisher;
import java.time.Duration;
import java.time.InstantSource;
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
    LOG.warn(
        "dead letter topic={} partition={} offset={} key={} cause={}",
        record.topic(),
        record.partition(),
        record.offset(),
        record.key(),
        cause.toString());
    byte[] value = record.value() == null ? new byte[0] : record.value();
    var letter =
        new DeadLetter(
            record.topic(),
            record.partition(),
            record.offset(),
            record.key(),
            reader,
            cause.toString(),
            Base64.getEncoder().encodeToString(value),
            clock.instant());
    String id = record.topic() + "-" + record.partition() + "@" + record.offset() + "/" + reader;
    byte[] payload = codec.encode(publisher.envelope(id, letter, letter.at(), null));
    try {
      publisher
          .publish(topic.deadLetterName(), record.key(), payload, null)
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new DeadLetterFailedException(id, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeadLetterFailedException(id, e);
    }
  }
}

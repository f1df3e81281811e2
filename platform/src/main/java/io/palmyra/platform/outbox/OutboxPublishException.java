package io.palmyra.platform.outbox;

/** What a former owner left is not known to be published, so that the partition can't be opened. */
public final class OutboxPublishException extends RuntimeException {
  OutboxPublishException(OutboxScope scope, Throwable cause) {
    super("outbox of " + scope + " could not be published", cause);
  }
}

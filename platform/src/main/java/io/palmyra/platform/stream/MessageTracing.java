package io.palmyra.platform.stream;

import org.jspecify.annotations.Nullable;

/**
 * Carries traces through messages: the W3C {@code traceparent} in, a span around the work, and out.
 */
public interface MessageTracing {
  /** Name of the one tracing header. */
  String HEADER = "traceparent";

  /** No tracing at all. */
  MessageTracing NONE =
      new MessageTracing() {
        @Override
        public Span open(String name, @Nullable String traceparent) {
          return () -> {};
        }

        @Override
        public @Nullable String current() {
          return null;
        }
      };

  /**
   * Opens a span on the calling thread; ids stand in the log context until it is closed.
   *
   * @param traceparent of the message being worked on, null to begin a trace
   */
  Span open(String name, @Nullable String traceparent);

  /** The {@code traceparent} of the calling thread's span, null outside of one. */
  @Nullable String current();

  /** An open span. */
  interface Span extends AutoCloseable {
    @Override
    void close();
  }
}

package io.palmyra.platform.telemetry;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.palmyra.platform.stream.MessageTracing;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Traces through Kafka with OpenTelemetry and the W3C header.
 *
 * <p>A message of a trace that is not sampled costs no span: its ids are only handed on, so that
 * logs still tell which messages belong together.
 */
public final class KafkaTracing implements MessageTracing {
  private static final int TRACE_AT = 3;
  private static final int SPAN_AT = 36;
  private static final int FLAGS_AT = 53;
  private static final int LENGTH = 55;

  private final Tracer tracer;

  /**
   * @param tracer makes the spans, samples and exports them
   */
  public KafkaTracing(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // the scope is closed with the span that is returned
  public MessageTracing.Span open(String name, @Nullable String traceparent) {
    SpanContext parent = parse(traceparent);
    io.opentelemetry.api.trace.Span span =
        parent.isValid() && !parent.isSampled()
            ? io.opentelemetry.api.trace.Span.wrap(parent)
            : tracer
                .spanBuilder(name)
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(Context.root().with(io.opentelemetry.api.trace.Span.wrap(parent)))
                .startSpan();
    Scope scope = span.makeCurrent();
    String traceBefore = MDC.get(LogFields.TRACE_ID);
    String spanBefore = MDC.get(LogFields.SPAN_ID);
    MDC.put(LogFields.TRACE_ID, span.getSpanContext().getTraceId());
    MDC.put(LogFields.SPAN_ID, span.getSpanContext().getSpanId());
    return () -> {
      scope.close();
      span.end();
      restore(LogFields.TRACE_ID, traceBefore);
      restore(LogFields.SPAN_ID, spanBefore);
    };
  }

  @Override
  public @Nullable String current() {
    SpanContext context = io.opentelemetry.api.trace.Span.current().getSpanContext();
    return context.isValid()
        ? "00-"
            + context.getTraceId()
            + '-'
            + context.getSpanId()
            + '-'
            + context.getTraceFlags().asHex()
        : null;
  }

  /** The context that a header names; an invalid one for none, or for one that is not readable. */
  static SpanContext parse(@Nullable String traceparent) {
    if (traceparent == null
        || traceparent.length() < LENGTH
        || traceparent.charAt(TRACE_AT - 1) != '-'
        || traceparent.charAt(SPAN_AT - 1) != '-'
        || traceparent.charAt(FLAGS_AT - 1) != '-'
        || traceparent.startsWith("ff")) {
      return SpanContext.getInvalid();
    }
    return SpanContext.createFromRemoteParent(
        traceparent.substring(TRACE_AT, SPAN_AT - 1),
        traceparent.substring(SPAN_AT, FLAGS_AT - 1),
        (Character.digit(traceparent.charAt(LENGTH - 1), 16) & 1) == 1
            ? TraceFlags.getSampled()
            : TraceFlags.getDefault(),
        TraceState.getDefault());
  }

  private static void restore(String key, @Nullable String before) {
    if (before == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, before);
    }
  }
}

package io.palmyra.platform.telemetry;

/** Names of the fields in logs: MDC keys, and key=value in messages. */
public final class LogFields {
  /** Account id. */
  public static final String ACCOUNT = "account";

  /** Client order id. */
  public static final String ORDER_ID = "orderId";

  /** Signal id. */
  public static final String SIGNAL_ID = "signalId";

  /** Instrument id. */
  public static final String INSTRUMENT = "instrument";

  /** Id of the REST request. */
  public static final String REQUEST_ID = "requestId";

  /** Trace id, 32 hex digits. */
  public static final String TRACE_ID = "traceId";

  /** Span id, 16 hex digits. */
  public static final String SPAN_ID = "spanId";

  private LogFields() {}
}

package io.palmyra.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.palmyra.platform.stream.MessageTracing;
import io.palmyra.testing.Seeded;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class KafkaTracingTests {
  private static final String SAMPLED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String UNSAMPLED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

  private final KafkaTracing tracing = tracing(Sampler.parentBased(Sampler.alwaysOn()));

  @Test
  void continuesTraceOfMessageUnderSpanOfItsOwn() {
    try (MessageTracing.Span _ = tracing.open("risk signals", SAMPLED)) {
      assertThat(tracing.current())
          .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
          .endsWith("-01")
          .isNotEqualTo(SAMPLED);
      assertThat(MDC.get(LogFields.TRACE_ID)).isEqualTo("0af7651916cd43dd8448eb211c80319c");
      assertThat(MDC.get(LogFields.SPAN_ID))
          .isEqualTo(String.valueOf(tracing.current()).substring(36, 52));
    }
    assertThat(tracing.current()).isNull();
    assertThat(MDC.get(LogFields.TRACE_ID)).isNull();
  }

  @Test
  void handsOnIdsOfTraceThatIsNotSampled() {
    try (MessageTracing.Span _ = tracing.open("risk signals", UNSAMPLED)) {
      assertThat(tracing.current()).isEqualTo(UNSAMPLED);
      assertThat(MDC.get(LogFields.TRACE_ID)).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }
  }

  @Test
  void beginsTraceWithoutHeaderAndGivesIdsEvenUnsampled() {
    KafkaTracing never = tracing(Sampler.parentBased(Sampler.alwaysOff()));
    try (MessageTracing.Span _ = never.open("market-data tick", null)) {
      // The last digit tells of sampling in its lowest bit, of random ids in the next.
      assertThat(never.current()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[02]");
    }
  }

  @Test
  void restoresSpanAroundIt() {
    try (MessageTracing.Span _ = tracing.open("outer", SAMPLED)) {
      String outer = tracing.current();
      try (MessageTracing.Span _ = tracing.open("inner", UNSAMPLED)) {
        assertThat(tracing.current()).isEqualTo(UNSAMPLED);
      }
      assertThat(tracing.current()).isEqualTo(outer);
      assertThat(MDC.get(LogFields.TRACE_ID)).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }
  }

  @Test
  void anyHeaderIsEitherReadOrIgnored() {
    Seeded.run(
        2_000,
        random -> {
          char[] header = SAMPLED.toCharArray();
          int changes = random.nextInt(4);
          for (int i = 0; i < changes; i++) {
            header[random.nextInt(header.length)] = (char) random.nextInt(32, 127);
          }
          String text = new String(header).substring(0, random.nextInt(header.length + 1));
          SpanContext context = KafkaTracing.parse(text);
          if (context.isValid()) {
            assertThat(HexFormat.of().parseHex(context.getTraceId())).hasSize(16);
            assertThat(text).contains(context.getTraceId(), context.getSpanId());
          }
        });
  }

  private static KafkaTracing tracing(Sampler sampler) {
    return new KafkaTracing(SdkTracerProvider.builder().setSampler(sampler).build().get("test"));
  }
}

package io.palmyra.bench.arithmetic;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.platform.codec.MessageCodec;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A quote to bytes and back: the cost of the wire for each tick and service. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WireFormat {
  private final MessageCodec codec = new MessageCodec();
  private final Instant time = Instant.parse("2026-03-02T09:30:15.123456Z");
  private final Envelope<QuoteTick> tick =
      new Envelope<>(
          "0198c1f2-7a5e-7c3a-9d10-5b7f0c2e4a61",
          time,
          time,
          null,
          null,
          new QuoteTick(
              new InstrumentId("EURUSD.SIM"),
              Price.of("1.08500"),
              Price.of("1.08512"),
              Quantity.of("1000000"),
              Quantity.of("500000"),
              time,
              "simulated"));
  private final byte[] bytes = codec.encode(tick);

  /** To bytes. */
  @Benchmark
  public byte[] encodeQuote() {
    return codec.encode(tick);
  }

  /** From bytes. */
  @Benchmark
  public Object decodeQuote() {
    return codec.decode(Topic.TICKS, bytes);
  }
}

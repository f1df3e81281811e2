package io.palmyra.platform.lane;

import io.palmyra.platform.stream.KafkaClients;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;

/** A real producer that now and then cannot take a record, as while a broker comes back. */
final class FalteringProducer {
  private FalteringProducer() {}

  /**
   * @param refused which records are not taken, counted from 1
   */
  @SuppressWarnings("unchecked") // the proxy is of the interface that it passes on to
  static Producer<String, byte[]> over(KafkaClients clients, Set<Integer> refused) {
    Producer<String, byte[]> real = clients.producer(Map.of());
    var sent = new AtomicInteger();
    return (Producer<String, byte[]>)
        Proxy.newProxyInstance(
            Producer.class.getClassLoader(),
            new Class<?>[] {Producer.class},
            (_, method, arguments) -> {
              if (method.getName().equals("send") && refused.contains(sent.incrementAndGet())) {
                var failure = new TimeoutException("not present in metadata");
                ((Callback) arguments[1]).onCompletion(null, failure);
                return CompletableFuture.failedFuture(failure);
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}

package io.palmyra.gateway.application.stream;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one client: quotes, of which only the latest of an instrument stays, and
 * everything else, of which nothing is dropped. Thread-safe.
 */
final class Outgoing {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final ArrayDeque<String> messages = new ArrayDeque<>();
  private final Map<String, String> quotes = new LinkedHashMap<>();
  private final int capacity;
  private boolean closed;

  Outgoing(int capacity) {
    this.capacity = capacity;
  }

  /** Adds a message; false if the client is too far behind. */
  boolean offer(String message) {
    lock.lock();
    try {
      if (messages.size() >= capacity) {
        return false;
      }
      messages.add(message);
      filled.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Adds a quote, in place of an older one of its instrument that still waits. */
  void offerQuote(String instrument, String message) {
    lock.lock();
    try {
      quotes.put(instrument, message);
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The next to send, others before quotes; null once closed. */
  @Nullable String take() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        String next = messages.poll();
        if (next != null) {
          return next;
        }
        var oldest = quotes.entrySet().iterator();
        if (oldest.hasNext()) {
          String quote = oldest.next().getValue();
          oldest.remove();
          return quote;
        }
        filled.await();
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      messages.clear();
      quotes.clear();
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }
}

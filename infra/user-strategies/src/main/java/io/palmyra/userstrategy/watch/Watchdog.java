package io.palmyra.userstrategy.watch;

import io.palmyra.core.strategy.OverrunException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Calls the code of others on threads that may be lost: who calls gets an answer or an exception
 * within the limit, whatever the code does. A call that does not come back is interrupted; if it
 * goes on all the same its thread is left to itself, and that is told. Any thread.
 */
public final class Watchdog {
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final ExecutorService threads = Executors.newCachedThreadPool(threads());
  private final Consumer<String> abandoned;

  /**
   * @param abandoned told what was called, once its thread is lost
   */
  public Watchdog(Consumer<String> abandoned) {
    this.abandoned = abandoned;
  }

  /**
   * The answer of a call. What one call wrote the next one sees, though on another thread.
   *
   * @param what is called, for people
   * @throws OverrunException if it did not return within the limit
   * @throws StrategyThrewException if it threw
   */
  public <T> T call(String what, Duration limit, Callable<T> call) {
    var ended = new CountDownLatch(1);
    Future<T> answer = threads.submit(() -> answered(call, ended));
    try {
      return await(answer, limit);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof StrategyThrewException threw
          ? threw
          : StrategyThrewException.of(e);
    } catch (TimeoutException _) {
      answer.cancel(true);
      CompletableFuture.delayedExecutor(GRACE.toNanos(), TimeUnit.NANOSECONDS, threads)
          .execute(
              () -> {
                if (ended.getCount() > 0) {
                  abandoned.accept(what);
                }
              });
      throw new OverrunException(what + " did not return within " + limit);
    }
  }

  private static <T> T answered(Callable<T> call, CountDownLatch ended) {
    try {
      return call.call();
    } catch (Throwable e) {
      throw StrategyThrewException.of(e);
    } finally {
      ended.countDown();
    }
  }

  private static ThreadFactory threads() {
    ThreadFactory named = Thread.ofPlatform().daemon().name("strategy-call-", 0).factory();
    return task -> {
      Thread thread = named.newThread(task);
      // What looks for classes by the thread finds the JDK, not those of this program.
      thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
      return thread;
    };
  }

  /** Who stops the caller waits for the limit at most; the call is not to blame for it. */
  private static <T> T await(Future<T> answer, Duration limit)
      throws ExecutionException, TimeoutException {
    boolean interrupted = false;
    try {
      for (; ; ) {
        try {
          return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

package io.palmyra.sentiment.outbound;

import com.rometools.rome.io.FeedException;
import io.palmyra.sentiment.SentimentProperties;
import io.palmyra.sentiment.application.FeedAnswer;
import io.palmyra.sentiment.application.FeedAnswer.Cause;
import io.palmyra.sentiment.application.FeedAnswer.Failed;
import io.palmyra.sentiment.application.FeedAnswer.Version;
import io.palmyra.sentiment.application.FeedReader;
import io.palmyra.sentiment.application.NewsFeed;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Feeds over HTTP: shows the version known before, waits no longer and reads no more than the
 * settings say, follows no redirect.
 */
@Component
class HttpFeedReader implements FeedReader {
  private static final String ACCEPTED =
      "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8";

  private final FeedParser parser = new FeedParser();
  private final HttpClient http;
  private final Duration timeout;
  private final int maximumBytes;
  private final InstantSource clock;

  HttpFeedReader(SentimentProperties settings, InstantSource clock) {
    http =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    timeout = settings.readTimeout();
    maximumBytes = settings.maximumBytes();
    this.clock = clock;
  }

  @Override
  public FeedAnswer read(NewsFeed feed, Version known) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        http.sendAsync(
            request(feed, known), BodyHandlers.limiting(BodyHandlers.ofByteArray(), maximumBytes));
    try {
      // The request's own timeout ends with the headers; this one covers a body that drips.
      return answer(exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return failed(Cause.TIMEOUT, "no whole answer within " + timeout);
    } catch (ExecutionException e) {
      return broken(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return failed(Cause.UNREACHABLE, "interrupted");
    }
  }

  private HttpRequest request(NewsFeed feed, Version known) {
    var request =
        HttpRequest.newBuilder(feed.url())
            .timeout(timeout)
            .header("Accept", ACCEPTED)
            .header("User-Agent", "palmyra-sentiment/0.1");
    if (known.etag() != null) {
      request.header("If-None-Match", known.etag());
    }
    if (known.lastModified() != null) {
      request.header("If-Modified-Since", known.lastModified());
    }
    return request.build();
  }

  private FeedAnswer answer(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    return switch (status) {
      case 200 -> parsed(response);
      case 304 -> new FeedAnswer.Unchanged();
      case 429 -> new Failed(Cause.THROTTLED, "HTTP 429", retryAfter(response));
      default ->
          status >= 500
              ? new Failed(Cause.SERVER_ERROR, "HTTP " + status, retryAfter(response))
              : failed(Cause.REFUSED, "HTTP " + status);
    };
  }

  private FeedAnswer parsed(HttpResponse<byte[]> response) {
    try {
      return new FeedAnswer.Fresh(
          parser.parse(response.body(), header(response, "Content-Type")),
          new Version(header(response, "ETag"), header(response, "Last-Modified")));
    } catch (FeedException e) {
      return failed(Cause.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Duration retryAfter(HttpResponse<?> response) {
    return RetryAfter.read(header(response, "Retry-After"), clock.instant());
  }

  private static @Nullable String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  private FeedAnswer broken(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof HttpTimeoutException) {
      return failed(Cause.TIMEOUT, "no answer within " + timeout);
    }
    // The client gives no type of its own for a body over the limit.
    return message.contains("exceeds capacity")
        ? failed(Cause.TOO_LARGE, "more than " + maximumBytes + " bytes")
        : failed(Cause.UNREACHABLE, cause.getClass().getSimpleName() + ": " + message);
  }

  private static FeedAnswer failed(Cause cause, String detail) {
    return new Failed(cause, detail, null);
  }
}

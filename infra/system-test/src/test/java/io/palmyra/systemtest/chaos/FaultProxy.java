package io.palmyra.systemtest.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A TCP link that can be slowed, cut and made to swallow what passes. */
final class FaultProxy implements AutoCloseable {
  /** What the link does. */
  enum Mood {
    /** Passes all. */
    WELL,
    /** Refuses and closes. */
    CUT,
    /** Takes bytes from both sides and passes none: nobody is told. */
    HALF_OPEN,
    /** Passes what the client says and swallows the answers. */
    DEAF_TO_ANSWERS
  }

  private final ServerSocket server;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Mood mood = Mood.WELL;
  private volatile Duration delay = Duration.ZERO;

  /** To a port of this machine. */
  FaultProxy(int target) {
    this.target = target;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("proxy-" + target).start(this::accept);
  }

  /** Where clients connect to. */
  int port() {
    return server.getLocalPort();
  }

  /** From now on, for open connections as well; those that swallowed bytes are closed at WELL. */
  void set(Mood next) {
    Mood before = mood;
    mood = next;
    if (next == Mood.CUT || next == Mood.WELL && before != Mood.CUT) {
      closeAll();
    }
  }

  /** Delays what passes, each way; unlike a mood it breaks no connection. */
  void slow(Duration each) {
    delay = each;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        if (mood == Mood.CUT) {
          client.close();
        } else {
          join(client);
        }
      } catch (IOException e) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  private void join(Socket client) throws IOException {
    var upstream = new Socket();
    try {
      upstream.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2000);
    } catch (IOException e) {
      client.close();
      return;
    }
    client.setTcpNoDelay(true);
    upstream.setTcpNoDelay(true);
    sockets.add(client);
    sockets.add(upstream);
    Thread.ofVirtual().start(() -> pump(client, upstream, false));
    Thread.ofVirtual().start(() -> pump(upstream, client, true));
  }

  private void pump(Socket from, Socket to, boolean answers) {
    var buffer = new byte[16 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (!delay.isZero()) {
          LockSupport.parkNanos(delay.toNanos());
        }
        if (passes(answers)) {
          out.write(buffer, 0, count);
          out.flush();
        }
      }
    } catch (IOException e) {
      // The other side is gone; both are closed below.
    } finally {
      close(from);
      close(to);
    }
  }

  private boolean passes(boolean answers) {
    return switch (mood) {
      case WELL -> true;
      case DEAF_TO_ANSWERS -> !answers;
      case CUT, HALF_OPEN -> false;
    };
  }

  private void closeAll() {
    sockets.forEach(this::close);
  }

  private void close(Socket socket) {
    sockets.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    closeAll();
  }
}

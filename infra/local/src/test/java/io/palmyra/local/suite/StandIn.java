package io.palmyra.local.suite;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A program that stands in for a service: ready at once, or dead at once if told so. */
final class StandIn {
  private StandIn() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("password file: " + System.getenv("PALMYRA_SECRETS_DIR"));
    if (String.join(" ", arguments).contains("--die=true")) {
      System.out.println("APPLICATION FAILED TO START\n\nDescription:\n\nthe venue is on fire");
      System.exit(1);
    }
    int port = Integer.parseInt(System.getenv("SERVER_PORT"));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext(
        "/actuator/health/readiness",
        exchange -> {
          byte[] body = "{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /** Puts it where a service's built and unpacked program would be. */
  static void install(SuiteHome home, ServiceSpec spec) throws IOException {
    Path jar = home.jar(spec);
    Files.createDirectories(jar.getParent());
    write(jar);
    ServiceApp app = new ServiceApp(home, spec);
    Files.createDirectories(app.program().getParent());
    Files.copy(jar, app.program());
    app.markUnpacked();
  }

  private static void write(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      String name = StandIn.class.getName().replace('.', '/') + ".class";
      out.putNextEntry(new JarEntry(name));
      out.write(StandIn.class.getResourceAsStream("/" + name).readAllBytes());
      out.closeEntry();
    }
  }
}

package io.palmyra.testing;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A jar as a user makes it: sources compiled by javac against nothing but the jars in which some
 * classes lie, and files beside them.
 */
public final class CompiledJar {
  private final List<Class<?>> against;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private CompiledJar(List<Class<?>> against) {
    this.against = against;
  }

  /** To be compiled against the jars, or directories, in which these classes lie. */
  public static CompiledJar against(Class<?>... inEachJar) {
    return new CompiledJar(List.of(inEachJar));
  }

  /** With a source file of this class name. */
  public CompiledJar with(String className, String source) {
    sources.put(className, source);
    return this;
  }

  /** With a file. */
  public CompiledJar withFile(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  /** With these classes as providers of a service. */
  public CompiledJar providing(Class<?> service, String... classNames) {
    String lines = String.join("\n", classNames) + "\n";
    return withFile(
        "META-INF/services/" + service.getName(), lines.getBytes(StandardCharsets.UTF_8));
  }

  /** Compiles it and writes it; what javac says against it is the message of the failure. */
  public Path write(Path jar) {
    try (OutputStream file = Files.newOutputStream(jar);
        var out = new JarOutputStream(file)) {
      Path classes = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes");
      compile(classes);
      try (Stream<Path> all = Files.walk(classes)) {
        for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
          put(out, classes.relativize(each).toString(), Files.readAllBytes(each));
        }
      }
      for (var entry : files.entrySet()) {
        put(out, entry.getKey(), entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
    JarEntry entry = new JarEntry(name.replace(File.separatorChar, '/'));
    // The same bytes each time.
    entry.setTime(0);
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
  }

  private void compile(Path classes) {
    if (sources.isEmpty()) {
      return;
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    var messages = new StringWriter();
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((name, text) -> units.add(new Source(name, text)));
    List<String> options =
        List.of("-d", classes.toString(), "-cp", classPath(), "-proc:none", "-Xlint:-classfile");
    if (!javac.getTask(messages, null, null, options, null, units).call()) {
      throw new IllegalStateException(messages.toString());
    }
  }

  private String classPath() {
    return against.stream()
        .map(CompiledJar::place)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String className, String text) {
      super(
          URI.create("string:///" + className.replace('.', '/') + Kind.SOURCE.extension),
          Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}

package io.palmyra.local.server;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.process.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/**
 * The user that PostgreSQL runs as. It refuses root, so root starts it as {@code postgres} or
 * {@code nobody}; anybody else starts it as themselves.
 *
 * @param id its number; 0 stands for "as ourselves"
 * @param group its group's number
 */
record OtherUser(int id, int group) {
  private static final OtherUser OURSELVES = new OtherUser(0, 0);

  static OtherUser chosen() throws IOException {
    if (!System.getProperty("user.name").equals("root")) {
      return OURSELVES;
    }
    for (String name : List.of("postgres", "nobody")) {
      for (String line : Files.readAllLines(Path.of("/etc/passwd"))) {
        String[] fields = line.split(":", -1);
        if (fields[0].equals(name)) {
          return new OtherUser(Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
        }
      }
    }
    throw LocalFailure.refused(
        "PostgreSQL does not run as root, and there is no user 'postgres' or 'nobody'.");
  }

  /** The one that owns what is there. */
  static OtherUser owner(Path file) throws IOException {
    if (!System.getProperty("user.name").equals("root")) {
      return OURSELVES;
    }
    int owner = (int) Files.getAttribute(file, "unix:uid");
    return new OtherUser(owner, (int) Files.getAttribute(file, "unix:gid"));
  }

  /** Hands a file over to it. */
  void own(Path file) throws IOException {
    if (id != 0) {
      Files.setAttribute(file, "unix:uid", id, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(file, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
    }
    if (Files.isDirectory(file)) {
      Files.getFileAttributeView(file, PosixFileAttributeView.class)
          .setPermissions(
              java.util.Set.of(
                  PosixFilePermission.OWNER_READ,
                  PosixFilePermission.OWNER_WRITE,
                  PosixFilePermission.OWNER_EXECUTE));
    }
  }

  /** The words in front of a command that run it as this user, in a place under that directory. */
  List<String> prefix(Path directory) {
    if (id == 0) {
      return List.of();
    }
    if (Tools.onPath("setpriv").isEmpty()) {
      throw LocalFailure.refused(
          "PostgreSQL does not run as root; 'setpriv' (package util-linux) is needed to run it as"
              + " another user.");
    }
    List<String> words = new ArrayList<>(List.of("setpriv", "--reuid=" + id, "--regid=" + group));
    words.add("--clear-groups");
    if (!isOpenToOthers(directory)) { // such as /root: let it pass through, no more
      words.addAll(List.of("--inh-caps=+dac_override", "--ambient-caps=+dac_override"));
    }
    words.add("--");
    return words;
  }

  private static boolean isOpenToOthers(Path directory) {
    for (Path at = directory.toAbsolutePath(); at != null; at = at.getParent()) {
      try {
        if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
          return false;
        }
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}

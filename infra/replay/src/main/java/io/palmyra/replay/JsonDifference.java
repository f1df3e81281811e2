package io.palmyra.replay;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Where two documents differ: the path of each field, with both values. */
public final class JsonDifference {
  private static final int MOST_CHARACTERS = 120;

  private JsonDifference() {}

  /** One line a field. */
  public static List<String> between(JsonNode was, JsonNode is) {
    var found = new ArrayList<String>();
    compare("", was, is, found);
    return found;
  }

  private static void compare(String path, JsonNode was, JsonNode is, List<String> found) {
    if (was.equals(is)) {
      return;
    }
    if (was.isObject() && is.isObject()) {
      Set<String> names = new LinkedHashSet<>(was.propertyNames());
      names.addAll(is.propertyNames());
      names.forEach(
          name ->
              compare(
                  path.isEmpty() ? name : path + "." + name, was.path(name), is.path(name), found));
    } else if (was.isArray() && is.isArray()) {
      for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
        compare(path + "[" + i + "]", was.path(i), is.path(i), found);
      }
    } else {
      found.add(path + ": recorded " + text(was) + ", made again " + text(is));
    }
  }

  private static String text(JsonNode node) {
    String text = node.isMissingNode() ? "nothing" : node.toString();
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...";
  }
}

package io.palmyra.local.api;

import tools.jackson.databind.JsonNode;

/** Puts a problem+json answer into words. */
final class Problem {
  private Problem() {}

  static String text(int status, JsonNode problem) {
    String title = problem.path("title").asString("");
    String detail = problem.path("detail").asString("");
    StringBuilder text = new StringBuilder("The suite answered " + status);
    if (!title.isEmpty()) {
      text.append(' ').append(title);
    }
    if (!detail.isEmpty()) {
      text.append(": ").append(detail);
    }
    for (JsonNode error : problem.path("errors")) {
      text.append("\n  ")
          .append(error.path("field").asString(""))
          .append(" is '")
          .append(error.path("value").asString(""))
          .append("'; allowed: ")
          .append(error.path("allowed").asString(""));
    }
    return text.toString();
  }
}

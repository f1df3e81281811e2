package io.palmyra.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One operation of a service, as its OpenAPI document declares it.
 *
 * @param method HTTP method
 * @param path with parameters in braces
 * @param rolesDeclared whether it says at all who may call it
 * @param roles any one of them suffices; none for an open operation
 * @param hasBody whether it takes one
 * @param pathParameters names of those in its path
 * @param queryParameters names of those in its query
 */
record Operation(
    String method,
    String path,
    boolean rolesDeclared,
    Set<String> roles,
    boolean hasBody,
    List<String> pathParameters,
    List<String> queryParameters) {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  static List<Operation> of(JsonNode openApi) {
    var operations = new ArrayList<Operation>();
    openApi
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(each -> METHODS.contains(each.getKey()))
                    .forEach(
                        each ->
                            operations.add(read(path.getKey(), each.getKey(), each.getValue()))));
    return operations;
  }

  private static Operation read(String path, String method, JsonNode node) {
    var roles = new TreeSet<String>();
    node.path("x-role").forEach(role -> roles.add(role.asString()));
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        node.has("x-role"),
        roles,
        node.has("requestBody"),
        names(node, "path"),
        names(node, "query"));
  }

  private static List<String> names(JsonNode node, String in) {
    var names = new ArrayList<String>();
    node.path("parameters")
        .forEach(
            parameter -> {
              if (parameter.path("in").asString("").equals(in)) {
                names.add(parameter.path("name").asString(""));
              }
            });
    return names;
  }

  /** Whether a parameter tells the account whose things are read or changed. */
  boolean namesAccount() {
    return pathParameters.contains("account") || queryParameters.contains("account");
  }

  /** The path with parameters filled in, and all query parameters for which there is a value. */
  String filled(Map<String, String> values) {
    Matcher matcher = PARAMETER.matcher(path);
    String plain =
        matcher.replaceAll(
            match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "none")));
    String query =
        queryParameters.stream()
            .filter(values::containsKey)
            .map(name -> name + "=" + values.get(name))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? plain : plain + "?" + query;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}

package io.palmyra.testing;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service answered.
 *
 * @param status HTTP status
 * @param headers of the answer
 * @param text body as it came
 */
public record RestAnswer(int status, HttpHeaders headers, String text) {
  private static final JsonMapper JSON = new JsonMapper();

  static RestAnswer of(HttpResponse<String> response) {
    return new RestAnswer(response.statusCode(), response.headers(), response.body());
  }

  /** The body as JSON; fails if it is none. */
  public JsonNode json() {
    return JSON.readTree(text);
  }

  /** Value of a header, empty without it. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The first field that the problem names, empty if it names none. */
  public String firstWrongField() {
    return json().path("errors").path(0).path("field").asString("");
  }

  @Override
  public String toString() {
    return status + " " + text;
  }
}

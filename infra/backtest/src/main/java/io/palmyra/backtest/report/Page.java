package io.palmyra.backtest.report;

import java.util.Map;
import java.util.stream.Collectors;

/** A page that needs nothing else, for a screen or a phone, light or dark as its reader has it. */
public final class Page {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--good:#1a7f37;--bad:#cf222e;--ink:#24292f;--line:#0969da}
      body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem}
      h1{font-size:1.4rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}
      figure{margin:0;position:relative}svg{width:100%;height:16rem;display:block}
      figure span{position:absolute;left:.25rem;font-size:.75rem;opacity:.7}
      .top{top:0}.bottom{bottom:0}
      path{fill:none;stroke-width:1.5;vector-effect:non-scaling-stroke}
      .equity,.price{stroke:var(--line)}.depth{stroke:var(--bad)}
      .buy{fill:var(--good)}.sell{fill:var(--bad)}.share{fill:var(--line)}
      .wide{overflow-x:auto}table{border-collapse:collapse;font-size:.85rem}
      td,th{padding:.25rem .6rem;text-align:right;white-space:nowrap}
      th:first-child,td:first-child{text-align:left}
      dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(19rem,100%),1fr));gap:.25rem 1.5rem}
      dl div{display:flex;justify-content:space-between;gap:1rem;border-bottom:1px solid #8884}
      dl.words{grid-template-columns:1fr}dl.words dt{flex:0 0 10rem}dl.words dd{flex:1;text-align:left}
      dd{margin:0;text-align:right;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
      p,code{overflow-wrap:anywhere}
      """;

  private Page() {}

  static String of(String title, String body) {
    return of(title, "", body);
  }

  /**
   * A whole page.
   *
   * @param title plain text
   * @param style of its own, beside that of all pages
   * @param body HTML
   */
  public static String of(String title, String style, String body) {
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>%1$s</title><style>%2$s</style></head><body>
    <h1>%1$s</h1>
    %3$s</body></html>
    """
        .formatted(escaped(title), STYLE + style, body);
  }

  /** Names and values in columns. */
  public static String list(Map<String, ?> values) {
    return list("<dl>", values);
  }

  /** Names and values that are sentences. */
  public static String words(Map<String, ?> values) {
    return list("<dl class=\"words\">", values);
  }

  private static String list(String begin, Map<String, ?> values) {
    return values.entrySet().stream()
        .map(
            each ->
                "<div><dt>%s</dt><dd>%s</dd></div>"
                    .formatted(escaped(each.getKey()), escaped(Report.text(each.getValue()))))
        .collect(Collectors.joining("\n", begin, "</dl>"));
  }

  /** A text as it may stand anywhere in a page. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

package io.palmyra.backtest.parity;

import java.util.List;
import java.util.Map;

/**
 * Fills of live trading beside those of a plain backtest of the same time. Told, not demanded.
 *
 * @param from first moment that is compared, in market time
 * @param to last one
 * @param parameters with which it was traded
 * @param assumptions of the backtest, in words
 * @param figures by name
 * @param fills each, in the order of time
 * @param notes on what the backtest does not know
 */
public record FillsReport(
    String from,
    String to,
    Map<String, String> parameters,
    Map<String, String> assumptions,
    Map<String, Object> figures,
    List<FillLine> fills,
    List<String> notes) {}

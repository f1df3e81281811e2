package io.palmyra.backtest.parity;

import java.util.List;
import java.util.Map;

/**
 * What came of a strategy instance.
 *
 * @param instance which
 * @param strategy its type
 * @param account which it trades
 * @param instrument which it trades
 * @param parameters of its last run
 * @param runs that lie in the time, at least in part
 * @param signals made again, and those on their topic
 * @param reordered points between which another order than that of recording gave the signals
 * @param differences each
 * @param notes on what could not be judged
 * @param fills beside those of a backtest, for each set of parameters
 */
public record InstanceReport(
    String instance,
    String strategy,
    String account,
    String instrument,
    Map<String, String> parameters,
    int runs,
    Score signals,
    int reordered,
    List<Difference> differences,
    List<String> notes,
    List<FillsReport> fills) {}

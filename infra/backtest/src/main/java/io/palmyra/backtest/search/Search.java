package io.palmyra.backtest.search;

/** In which order a space is tried. The same asks for the same, whatever the number of threads. */
public sealed interface Search permits GridSearch, RandomSearch, EvolutionSearch {
  /** As people write it. */
  String text();

  /** Most trials that it runs in a space. */
  int most(Space space);

  /** Tries until it is done or there is no room for more. */
  void run(Trials trials, Space space);
}

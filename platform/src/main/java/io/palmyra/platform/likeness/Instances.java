package io.palmyra.platform.likeness;

import java.util.List;

/** The instances of one service that live. */
public interface Instances {
  /**
   * Another instance that lives and started earlier.
   *
   * @param name new with each start
   * @param madeOf its build and settings
   */
  record Earlier(String name, String madeOf) {}

  /**
   * Says that an instance lives.
   *
   * @return those that live and started before it
   */
  List<Earlier> alive(String name, String madeOf);

  /** Says that an instance lives no more. */
  void gone(String name);
}

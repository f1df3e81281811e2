package io.palmyra.risk;

/** Stands for a type of that module, which this one cannot see. */
public final class Fixture {
  private Fixture() {}
}

package io.palmyra.marketdata.outbound.replay;

/** A row that cannot be read; its message is the cause that people are told. */
final class BadRowException extends Exception {
  BadRowException(String cause) {
    super(cause, null, false, false);
  }
}

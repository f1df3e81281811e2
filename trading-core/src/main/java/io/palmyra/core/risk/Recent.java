package io.palmyra.core.risk;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets its oldest entries above a size. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
  private final int size;

  Recent(int size) {
    super(64);
    this.size = size;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > size;
  }
}

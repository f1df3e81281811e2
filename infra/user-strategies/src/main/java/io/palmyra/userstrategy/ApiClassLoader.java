package io.palmyra.userstrategy;

import io.palmyra.core.strategy.StrategyType;

/**
 * What stands above the class loader of a jar: the JDK and the published API. Neither the program
 * that loads the jar nor its libraries are seen through it.
 */
final class ApiClassLoader extends ClassLoader {
  private static final ClassLoader PALMYRA = StrategyType.class.getClassLoader();

  ApiClassLoader() {
    super("palmyra-api", ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return PublishedApi.has(name) ? PALMYRA.loadClass(name) : super.loadClass(name, resolve);
  }
}

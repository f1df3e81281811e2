package io.palmyra.contracts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The short stable name under which a type stands on the wire, whatever its class is called. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WireName {
  /** Lower case with hyphens, for example {@code order-filled}. Never changes. */
  String value();

  /** 1 or more; grows when a field is added whose absence a reader must notice. */
  int version() default 1;
}

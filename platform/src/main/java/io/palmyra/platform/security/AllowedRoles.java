package io.palmyra.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles behind an annotation such as {@link ForTraders}: what documents and checks read. Not
 * put on methods itself.
 */
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface AllowedRoles {
  /** Any one of them suffices; none at all means that no token is asked for. */
  Role[] value();
}

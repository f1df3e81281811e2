package io.palmyra.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A controller method for those who look into what was done: risk managers and admins. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@AllowedRoles({Role.RISK_MANAGER, Role.ADMIN})
public @interface ForAuditors {}

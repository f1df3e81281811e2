package io.palmyra.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A controller method that anybody with a token may call: it only reads. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@AllowedRoles({Role.VIEWER, Role.TRADER, Role.RISK_MANAGER, Role.ADMIN})
public @interface ForViewers {}

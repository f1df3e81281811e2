/**
 * Who may do what: bearer tokens checked here by every service, roles declared on controller
 * methods, accounts that a token covers.
 */
@NullMarked
package io.palmyra.platform.security;

import org.jspecify.annotations.NullMarked;

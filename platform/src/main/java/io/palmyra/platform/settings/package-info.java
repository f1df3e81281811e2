/**
 * Settings of all services: shared defaults, one validated record a service, and refusal of what is
 * wrong, missing or unknown.
 */
@NullMarked
package io.palmyra.platform.settings;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.palmyra.platform.security;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.palmyra.platform.settings;

import org.jspecify.annotations.NullMarked;

/** REST as every service speaks it: problems, request ids, JSON of values, OpenAPI. */
@NullMarked
package io.palmyra.platform.web;

import org.jspecify.annotations.NullMarked;

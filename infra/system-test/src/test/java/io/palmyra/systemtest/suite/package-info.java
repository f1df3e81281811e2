/** The running suite as tests see it: started, asked by REST, read from its topics, judged. */
@NullMarked
package io.palmyra.systemtest.suite;

import org.jspecify.annotations.NullMarked;

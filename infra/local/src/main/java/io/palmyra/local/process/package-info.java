/** Child processes: started in a session of their own, watched, signalled, described. */
@NullMarked
package io.palmyra.local.process;

import org.jspecify.annotations.NullMarked;

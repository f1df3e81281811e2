/** Whether the audit log was tampered with. */
@NullMarked
package io.palmyra.local.audit;

import org.jspecify.annotations.NullMarked;

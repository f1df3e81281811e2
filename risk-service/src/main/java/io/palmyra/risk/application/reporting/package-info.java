/** What people are told, and what is kept of who changed what. */
@NullMarked
package io.palmyra.risk.application.reporting;

import org.jspecify.annotations.NullMarked;

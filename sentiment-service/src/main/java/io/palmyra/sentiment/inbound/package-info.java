/** How scores are asked for, and what makes the service act: REST, schedule, health. */
@NullMarked
package io.palmyra.sentiment.inbound;

import org.jspecify.annotations.NullMarked;

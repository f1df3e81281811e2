/** What strategies, people and webhooks propose to risk. */
@NullMarked
package io.palmyra.contracts.signal;

import org.jspecify.annotations.NullMarked;

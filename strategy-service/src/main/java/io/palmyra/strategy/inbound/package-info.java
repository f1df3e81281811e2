/** What comes in: the inputs of strategies, requests of people, the beat that assigns instances. */
@NullMarked
package io.palmyra.strategy.inbound;

import org.jspecify.annotations.NullMarked;

/** Creates Kafka's topics as the contracts name them: the one place that does. */
@NullMarked
package io.palmyra.local.topic;

import org.jspecify.annotations.NullMarked;

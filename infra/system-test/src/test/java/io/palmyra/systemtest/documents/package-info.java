/** Documents that are made from all services together. */
@NullMarked
package io.palmyra.systemtest.documents;

import org.jspecify.annotations.NullMarked;

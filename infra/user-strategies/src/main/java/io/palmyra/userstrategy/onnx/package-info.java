/** A strategy that asks a user's model: an ONNX file, run by ONNX Runtime on one thread. */
@NullMarked
package io.palmyra.userstrategy.onnx;

import org.jspecify.annotations.NullMarked;

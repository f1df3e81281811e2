package io.palmyra.userstrategy.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a model takes and gives must be: one row of floats each. */
final class Shapes {
  private Shapes() {}

  /** Columns of a model's only input or output, -1 where the model leaves them open. */
  static int columns(Map<String, NodeInfo> nodes, String what, String allowed) {
    if (nodes.size() == 1
        && nodes.values().iterator().next().getInfo() instanceof TensorInfo tensor
        && tensor.type == OnnxJavaType.FLOAT
        && tensor.getShape().length == 2
        && Math.abs(tensor.getShape()[0]) == 1) {
      return Math.toIntExact(tensor.getShape()[1]);
    }
    throw new ModelRefusedException(what + " is " + inWords(nodes) + "; allowed: " + allowed);
  }

  static String inWords(Map<String, NodeInfo> nodes) {
    return nodes.values().stream()
        .map(
            node ->
                node.getInfo() instanceof TensorInfo tensor
                    ? tensor.type.toString().toLowerCase(Locale.ROOT)
                        + Arrays.toString(tensor.getShape()).replace(" ", "")
                    : String.valueOf(node.getInfo()))
        .collect(Collectors.joining(" and "));
  }
}

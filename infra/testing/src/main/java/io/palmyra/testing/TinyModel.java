package io.palmyra.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * ONNX models of one layer, y = activation(x W + b), written as the bytes of their protobuf
 * messages: no more of the format than they need.
 */
public final class TinyModel {
  private static final int IR_VERSION = 8;
  private static final int OPERATORS = 13;
  private static final int FLOAT = 1;
  private static final int VARINT = 0;
  private static final int BYTES = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private TinyModel() {}

  /**
   * A model's file.
   *
   * @param weights a row for each input, a column for each output
   * @param bias one for each output
   * @param activation Sigmoid, Tanh or Softmax
   */
  public static byte[] of(float[][] weights, float[] bias, String activation) {
    int inputs = weights.length;
    int outputs = bias.length;
    byte[] flat = new byte[inputs * outputs * Float.BYTES];
    ByteBuffer weightsIn = littleEndian(flat);
    for (float[] row : weights) {
      for (float weight : row) {
        weightsIn.putFloat(weight);
      }
    }
    byte[] biases = new byte[outputs * Float.BYTES];
    ByteBuffer biasIn = littleEndian(biases);
    for (float each : bias) {
      biasIn.putFloat(each);
    }
    byte[] graph =
        new TinyModel()
            .bytes(1, node("MatMul", "product", "x", "weights"))
            .bytes(1, node("Add", "sum", "product", "bias"))
            .bytes(1, node(activation, "y", "sum"))
            .text(2, "tiny")
            .bytes(5, tensor("weights", flat, inputs, outputs))
            .bytes(5, tensor("bias", biases, outputs))
            .bytes(11, value("x", 1, inputs))
            .bytes(12, value("y", 1, outputs))
            .done();
    return new TinyModel()
        .number(1, IR_VERSION)
        .bytes(7, graph)
        .bytes(8, new TinyModel().number(2, OPERATORS).done())
        .done();
  }

  private static ByteBuffer littleEndian(byte[] into) {
    return ByteBuffer.wrap(into).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] node(String operator, String output, String... inputs) {
    var node = new TinyModel();
    for (String input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(4, operator).done();
  }

  private static byte[] tensor(String name, byte[] content, int... dimensions) {
    var tensor = new TinyModel();
    for (int dimension : dimensions) {
      tensor.number(1, dimension);
    }
    return tensor.number(2, FLOAT).text(8, name).bytes(9, content).done();
  }

  private static byte[] value(String name, int... dimensions) {
    var shape = new TinyModel();
    for (int dimension : dimensions) {
      shape.bytes(1, new TinyModel().number(1, dimension).done());
    }
    byte[] tensor = new TinyModel().number(1, FLOAT).bytes(2, shape.done()).done();
    return new TinyModel().text(1, name).bytes(2, new TinyModel().bytes(1, tensor).done()).done();
  }

  private TinyModel number(int field, long value) {
    varint(((long) field << 3) | VARINT);
    varint(value);
    return this;
  }

  private TinyModel text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  private TinyModel bytes(int field, byte[] value) {
    varint(((long) field << 3) | BYTES);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  private void varint(long value) {
    long rest = value;
    while (rest > 0x7f) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private byte[] done() {
    return out.toByteArray();
  }
}

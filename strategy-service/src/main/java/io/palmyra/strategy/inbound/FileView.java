package io.palmyra.strategy.inbound;

import io.palmyra.userstrategy.StrategyJar;
import io.palmyra.userstrategy.file.RefusedFile;
import io.palmyra.userstrategy.onnx.ModelFile;
import io.palmyra.userstrategy.onnx.OnnxType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A jar or a model of users as people are shown it.
 *
 * @param file its path in the directory
 * @param sha256 of its bytes
 * @param strategies ids of the types that it serves, none if it was refused
 * @param refused why it was refused, null if it was not
 */
record FileView(String file, String sha256, List<String> strategies, @Nullable String refused) {
  static FileView of(StrategyJar jar) {
    return new FileView(jar.file(), jar.sha256(), jar.ids(), null);
  }

  static FileView of(ModelFile model) {
    return new FileView(model.file(), model.sha256(), List.of(OnnxType.ID), null);
  }

  static FileView of(RefusedFile file) {
    return new FileView(file.file(), file.sha256(), List.of(), file.reason());
  }
}
